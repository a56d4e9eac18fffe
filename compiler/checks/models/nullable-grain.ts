import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A grain over a column that may be null. */
export const nullableGrain = check({
  code: "ODP4005",
  slug: "nullable-grain",
  severity: "error",
  explain: explanation({
    what: "A column of a model's grain may be null.",
    why: "The grain is the key of a row: it is tested for uniqueness and merged by `key = key`. Null equals nothing, so an incremental model inserts such a row again on every run, and a test of uniqueness does not see it.",
    mend: "Give the column a value for the unknown, `coalesce(country, 'unknown')`, and leave `.nullable()` out.",
    bad: `columns: { country: t.varchar().nullable() }, grain: ["country"]`,
    good: `columns: { country: t.varchar() }, grain: ["country"]`,
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "model"), ...nodesOf(graph, "seed")])
      for (const [index, name] of (node.declaration.spec.grain ?? []).entries()) {
        const column = node.columns.find((one) => one.name === name);
        if (column?.spec.nullable !== true) continue;
        report({
          at: markAt(node.mark, "grain", index),
          message: `\`${name}\` is part of the grain of \`${node.name}\`, but may be null`,
          related: [{ at: column.mark, message: `\`${name}\` is declared here` }],
          help: `give it a value for the unknown, \`coalesce(${name}, ..)\`, and leave \`.nullable()\` out`,
        });
      }
  },
});
