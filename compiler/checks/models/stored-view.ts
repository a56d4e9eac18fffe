import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isView } from "../support/materialized.ts";

/** A view that is told how its files lie. */
export const storedView = check({
  code: "ODP4010",
  slug: "stored-view",
  severity: "error",
  explain: explanation({
    what: "A view has `partitionBy` or `sortBy`.",
    why: "A view has no files that could be partitioned or sorted; dbt would ignore the setting, and whoever wrote it would wait for the effect.",
    mend: 'Make it a table, `materialize: "table"`, or leave the setting out. Staging and intermediate models are views unless they say otherwise.',
    bad: `staging("orders", { partitionBy: ["month(day)"], ... })`,
    good: `staging("orders", { materialize: "table", partitionBy: ["month(day)"], ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      if (!isView(node)) continue;
      for (const property of ["partitionBy", "sortBy"] as const) {
        if ((node.declaration.spec[property] ?? []).length === 0) continue;
        report({
          at: markAt(node.mark, property),
          message: `\`${node.name}\` is a view, so \`${property}\` has no effect`,
          help: 'make it a table with `materialize: "table"`, or leave it out',
        });
      }
    }
  },
});
