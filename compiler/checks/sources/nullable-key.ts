import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { keyOf } from "../support/keys.ts";

/** A key column that may be null. */
export const nullableKey = check({
  code: "ODP2002",
  slug: "nullable-key",
  severity: "error",
  explain: explanation({
    what: "A column of a table's key may be null.",
    why: "The current state merges changes by `key = key`, and null equals nothing: such a row is inserted again by each of its changes. PostgreSQL accepts only indexes over columns that are not null as replica identity (`ALTER TABLE .. REPLICA IDENTITY USING INDEX`).",
    mend: "Leave `.nullable()` out if the column is not null in the database; else choose another unique index.",
    bad: `table({ code: pg.text().nullable() }, { keys: ["code"] })`,
    good: `table({ code: pg.text() }, { keys: ["code"] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      const key = new Set(keyOf(node));
      for (const column of node.columns) {
        if (!key.has(column.name) || !column.spec.nullable) continue;
        report({
          at: column.mark,
          message: `\`${column.name}\` is part of the key of \`${node.name}\`, but may be null`,
          help: "leave `.nullable()` out, or choose another unique index as key",
        });
      }
    }
  },
});
