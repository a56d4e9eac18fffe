import type { ValueKind } from "../../../dsl/column.ts";
import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isMetric, metricColumns, placedCharts, slotValues } from "../support/charts.ts";

const WORDS: Readonly<Record<ValueKind, string>> = {
  text: "text",
  number: "a number",
  date: "a date",
  instant: "an instant",
  time: "a time of day",
  boolean: "a truth value",
  binary: "bytes",
  other: "a list, map or row",
};

const FILTER_KINDS = { time: ["date", "instant"], select: ["text", "boolean"], range: ["number"] } as const;

const HELP = "take a column of that type, or cast it in the model";

/** A column of a family that its place in a chart cannot use. */
export const unfitColumn = check({
  code: "ODP5003",
  slug: "unfit-column",
  severity: "error",
  explain: explanation({
    what: "A chart, a metric or a filter has a column of the wrong family: a sum over text, a time axis over a number, a range over a date.",
    why: "Superset takes the chart and shows an error of Trino to whoever opens the dashboard (`Unexpected parameters (varchar) for function sum`).",
    mend: "Choose another column or function, or cast the column in a mart.",
    bad: "metric.sum(orders.status)",
    good: "metric.countDistinct(orders.status)",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph))
      for (const { property, path, slot, value } of slotValues(chart)) {
        const at = { kind: "site" as const, site: chart.site, path };
        const problem =
          slot.holds === "column"
            ? problemOf(value, slot.kinds, `\`${property}\` of a ${chart.type} chart`)
            : undefined;
        const inMetric = isMetric(value)
          ? metricColumns(value).map((one) => problemOf(one.column, one.kinds, `\`${one.function}\``))
          : [];
        for (const found of [problem, ...inMetric])
          if (found !== undefined)
            report({ at, message: `the chart "${chart.spec.title}" cannot be drawn: ${found}`, help: HELP });
      }
    for (const node of nodesOf(graph, "dashboard"))
      for (const filter of node.declaration.spec.filters ?? []) {
        const problem = problemOf(filter.column, FILTER_KINDS[filter.type], `a ${filter.type} filter`);
        if (problem !== undefined)
          report({
            at: { kind: "site", site: filter.site },
            message: `a filter of \`${node.name}\` cannot work: ${problem}`,
            help: HELP,
          });
      }
  },
});

function problemOf(
  value: unknown,
  kinds: readonly ValueKind[] | undefined,
  place: string,
): string | undefined {
  if (!isColumnRef(value) || kinds === undefined) return undefined;
  const { kind, name, relation } = value[COLUMN];
  if (kind === undefined || kinds.includes(kind)) return undefined;
  return `${place} takes ${kinds.map((one) => WORDS[one]).join(" or ")}, but \`${relation.declaration.name}.${name}\` is ${WORDS[kind]}`;
}
