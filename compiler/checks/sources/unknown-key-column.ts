import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";

/** `keys` with a column that the table does not have. */
export const unknownKeyColumn = check({
  code: "ODP2014",
  slug: "unknown-key-column",
  severity: "error",
  explain: explanation({
    what: "`keys` of a captured table names a column that the table does not declare.",
    why: "The key decides which row a change belongs to, in the topic and in the merge of the current state. A key column that is not captured is null in every change, and all rows would be one.",
    mend: "Correct the name, or declare the column.",
    bad: `table({ code: pg.text() }, { keys: ["cod"] })`,
    good: `table({ code: pg.text() }, { keys: ["code"] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      const there = node.columns.map((column) => column.name);
      for (const key of node.declaration.options.keys ?? []) {
        if (there.includes(key)) continue;
        const help = nearest(key, there, "columns");
        report({
          at: node.mark,
          message: `the key of \`${node.name}\` names \`${key}\`, which is no column of it`,
          ...(help === undefined ? {} : { help }),
        });
      }
    }
  },
});
