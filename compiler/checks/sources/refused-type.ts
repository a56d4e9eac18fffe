import { postgresType } from "../../facts/postgres-types.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A column type that has no way from PostgreSQL to the lake. */
export const refusedType = check({
  code: "ODP2003",
  slug: "refused-type",
  severity: "error",
  explain: explanation({
    what: "A captured column has a type that cannot travel to the lake.",
    why: 'Debezium leaves out columns of types that it does not know without an error, and damages arrays of several dimensions (`["[Ljava.lang.String;@751cad12"]` arrived in trials on Debezium 3.7.0). A column that is silently missing is worse than a compile error.',
    mend: "Name the target type of a `numeric` without precision, capture a generated column that holds the value as text or jsonb, or leave the column out of the declaration and out of the publication.",
    bad: 'price: pg.other("numeric")   // no precision: no Trino type holds every value',
    good: "price: pg.numeric({ as: t.decimal(38, 9) })",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table"))
      for (const column of node.columns) {
        if (column.spec.vocabulary !== "pg") {
          report({
            at: column.mark,
            message: `\`${node.name}.${column.name}\` has a type of Trino, \`${column.spec.type.name}\`, but it is a column of PostgreSQL`,
            help: "write its type as the database does, with `pg.`",
          });
          continue;
        }
        const type = postgresType(column.spec.type);
        if (type.refused === undefined) continue;
        const [reason, ...ways] = type.refused.split("; ");
        report({
          at: column.mark,
          message: `\`${node.name}.${column.name}\` is of type \`${type.name}\`, which cannot be captured: ${reason ?? ""}`,
          ...(ways.length === 0 ? {} : { help: ways.join("; ") }),
        });
      }
  },
});
