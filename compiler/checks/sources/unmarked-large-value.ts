import { postgresType } from "../../facts/postgres-types.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A large value that an update leaves out without leaving a mark. */
export const unmarkedLargeValue = check({
  code: "ODP2013",
  slug: "unmarked-large-value",
  severity: "error",
  explain: explanation({
    what: "A column can hold large values of a type for which Debezium has no stand-in, in a table with the default replica identity.",
    why: "PostgreSQL stores large values apart (TOAST) and leaves an unchanged one out of an UPDATE. Debezium then writes a stand-in that odp recognises; for this type it writes none that can be told from a real value, so an update of another column would overwrite the value.",
    mend: 'Give the table `identity: "full"`, which sends every value with each change; or capture the value as text or jsonb.',
    bad: "prices: pg.array(pg.numeric(10, 2))",
    good: `orders: table({ ..., prices: pg.array(pg.numeric(10, 2)) }, { identity: "full" })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      if (node.declaration.options.identity === "full") continue;
      for (const column of node.columns) {
        const type = column.spec.vocabulary === "pg" ? postgresType(column.spec.type) : undefined;
        if (type === undefined || type.refused !== undefined || !type.toastable || type.placeholder !== null)
          continue;
        report({
          at: column.mark,
          message: `an update of \`${node.name}\` that leaves a large \`${column.name}\` (\`${type.name}\`) unchanged would overwrite it`,
          help: 'give the table `identity: "full"`, or capture the value as text or jsonb',
        });
      }
    }
  },
});
