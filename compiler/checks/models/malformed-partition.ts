import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { partitionColumn } from "../support/named-columns.ts";

/** A partition that is no transform of Trino. */
export const malformedPartition = check({
  code: "ODP4011",
  slug: "malformed-partition",
  severity: "error",
  explain: explanation({
    what: "An item of `partitionBy` is neither a column nor one of Trino's transforms.",
    why: "Trino refuses the table: `Invalid partition field declaration`. Its transforms are `year(c)`, `month(c)`, `day(c)`, `hour(c)`, `bucket(c, n)` and `truncate(c, n)`. Source: Trino, Iceberg connector, Partitioned tables.",
    mend: "Use one of these.",
    bad: `partitionBy: ["months(day)"]`,
    good: `partitionBy: ["month(day)"]`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model"))
      for (const [index, text] of (node.declaration.spec.partitionBy ?? []).entries()) {
        if (partitionColumn(text) !== undefined) continue;
        report({
          at: markAt(node.mark, "partitionBy", index),
          message: `\`${node.name}\` is partitioned by \`${text}\`, which is no column and no transform of Trino`,
          help: "use `year(c)`, `month(c)`, `day(c)`, `hour(c)`, `bucket(c, n)` or `truncate(c, n)`",
        });
      }
  },
});
