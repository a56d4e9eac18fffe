import { isColumnRef } from "../../../dsl/relation.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isMetric, metricColumns, placedCharts, slotValues } from "../support/charts.ts";

/** A place of a chart that holds no column. */
export const missingColumn = check({
  code: "ODP5004",
  slug: "missing-column",
  severity: "error",
  explain: explanation({
    what: "A chart, a metric or a filter has no column where it needs one.",
    why: "The usual cause is a misspelt column: `daily.revnue` is `undefined` in JavaScript. Superset would take the chart and show an error to whoever opens the dashboard.",
    mend: "Name a column of the relation, `daily.revenue`. Columns of a model are those of its `columns`.",
    bad: "metric.sum(daily.revnue)",
    good: "metric.sum(daily.revenue)",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph))
      for (const { property, path, slot, value } of slotValues(chart)) {
        const at = { kind: "site" as const, site: chart.site, path };
        const title = `the chart "${chart.spec.title}"`;
        if (slot.holds !== "metric" && !isColumnRef(value) && !(slot.holds === "either" && isMetric(value)))
          report({
            at,
            message: `${title} has no column in \`${property}\``,
            help: "check the name: a misspelt column is `undefined`",
          });
        else if (slot.holds === "metric" && !isMetric(value))
          report({
            at,
            message: `${title} has no metric in \`${property}\``,
            help: "use `metric.sum(..)`, `metric.count(..)` and the like",
          });
        else if (isMetric(value))
          for (const one of metricColumns(value))
            if (!isColumnRef(one.column))
              report({
                at,
                message: `${title} computes \`${one.function}\` of no column`,
                help: "check the name: a misspelt column is `undefined`",
              });
      }
    for (const node of nodesOf(graph, "dashboard"))
      for (const [index, filter] of (node.declaration.spec.filters ?? []).entries())
        if (!isColumnRef(filter?.column))
          report({
            at:
              filter?.site === undefined
                ? markAt(node.mark, "filters", index)
                : { kind: "site", site: filter.site },
            message: `a filter of \`${node.name}\` has no column`,
            help: "check the name: a misspelt column is `undefined`",
          });
  },
});
