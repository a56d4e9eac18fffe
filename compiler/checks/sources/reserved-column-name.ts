import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const RESERVED: readonly { readonly pattern: RegExp; readonly use: string }[] = [
  { pattern: /^_(operation|changed_at|position)$/, use: "`changes(..)` has a column of that name" },
  { pattern: /^_(valid_from|valid_to|is_current)$/, use: "`history(..)` has a column of that name" },
  { pattern: /^_(is_deleted|odp_.*)$/, use: "the current state marks deleted rows with it" },
  { pattern: /^__deleted$/, use: "Debezium marks deletes with it" },
  { pattern: /^_cdc_/, use: "Debezium's fields begin with `_cdc_` in the changelog" },
  { pattern: /^_kafka_/, use: "the sink's fields begin with `_kafka_` in the changelog" },
];

/** A captured column with a name that the changelog needs itself. */
export const reservedColumnName = check({
  code: "ODP2007",
  slug: "reserved-column-name",
  severity: "error",
  explain: explanation({
    what: "A captured column has a name that the changelog, the current state or one of its faces uses itself.",
    why: "The changelog table carries, beside the columns of the source, fields about the change: operation, position in the log, topic and offset. A column of the same name would overwrite them, and changes would be applied in a wrong order or lost.",
    mend: "Rename the column in PostgreSQL, or capture a generated column of another name.",
    bad: "orders: { id: pg.bigint().primaryKey(), _operation: pg.text() }",
    good: "orders: { id: pg.bigint().primaryKey(), operation: pg.text() }",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table"))
      for (const { name, mark } of node.columns) {
        const rule = RESERVED.find(({ pattern }) => pattern.test(name.toLowerCase()));
        if (rule === undefined) continue;
        report({
          at: mark,
          message: `the column \`${name}\` of \`${node.name}\` has a reserved name: ${rule.use}`,
          help: "rename it in PostgreSQL, or capture a generated column of another name",
        });
      }
  },
});
