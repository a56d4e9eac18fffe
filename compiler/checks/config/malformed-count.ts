import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { placedCharts } from "../support/charts.ts";

/** A number of things that is none. */
export const malformedCount = check({
  code: "ODP7009",
  slug: "malformed-count",
  severity: "error",
  explain: explanation({
    what: "A number that counts something (partitions, rows, slots, megabytes, seconds) is negative, a fraction, or zero where there must be one.",
    why: "Kafka refuses a topic of 0 partitions, Airflow a pool of 0 slots leaves its tasks waiting for ever, a limit of 0 rows sends an empty report.",
    mend: "Write a whole number.",
    bad: `postgres("shop", { partitions: 0, ... })`,
    good: `postgres("shop", { partitions: 3, ... })`,
  }),
  run: (graph, report) => {
    for (const { owner, property, value, least, at } of counts(graph)) {
      if (Number.isSafeInteger(value) && value >= least) continue;
      report({
        at,
        message: `\`${property}\` of ${owner} is \`${String(value)}\`, not a whole number from ${least}`,
        help: "write a whole number",
      });
    }
  },
});

interface Count {
  readonly owner: string;
  readonly property: string;
  readonly value: number;
  readonly least: 0 | 1;
  readonly at: Mark;
}

function counts(graph: Graph): readonly Count[] {
  const { replicationFactor, dbtSlots, mark } = graph.config;
  const given = (
    owner: string,
    at: Mark,
    least: 0 | 1,
    values: Readonly<Record<string, number | undefined>>,
  ): readonly Count[] =>
    Object.entries(values).flatMap(([property, value]) =>
      value === undefined ? [] : [{ owner, property, value, least, at: markAt(at, property) }],
    );
  return [
    ...given("the configuration", mark, 1, { dbtSlots }),
    ...given("the configuration", markAt(mark, "kafka"), 1, { replicationFactor }),
    ...nodesOf(graph, "postgres").flatMap((node) => {
      const { partitions, maxSlotWalMegabytes } = node.declaration.spec;
      return given(`\`${node.name}\``, node.mark, 1, { partitions, maxSlotWalMegabytes });
    }),
    ...nodesOf(graph, "table").flatMap((node) =>
      given(`\`${node.name}\``, node.mark, 0, { estimatedRows: node.declaration.options.estimatedRows }),
    ),
    ...nodesOf(graph, "report").flatMap((node) =>
      given(`\`${node.name}\``, node.mark, 1, { rowLimit: node.declaration.spec.rowLimit }),
    ),
    ...nodesOf(graph, "action").flatMap((node) =>
      given(`\`${node.name}\``, node.mark, 1, { memoryMegabytes: node.declaration.spec.memoryMegabytes }),
    ),
    ...placedCharts(graph).flatMap(({ chart }) => {
      const { limit, cacheSeconds, title } = chart.spec;
      const at: Mark = { kind: "site", site: chart.site };
      return [
        ...given(`the chart "${title}"`, at, 1, { limit }),
        ...given(`the chart "${title}"`, at, 0, { cacheSeconds }),
      ];
    }),
  ];
}
