import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { resultColumns } from "../support/results.ts";

/** A column that may be null although its model says that it is not. */
export const nullableResult = check({
  code: "ODP4047",
  slug: "nullable-result",
  severity: "warning",
  explain: explanation({
    what: "The query of a model can yield null for a column that its declaration calls not null: a column of the side of an outer join that may be missing, `nullif`, a `case` without `else`, a sum over rows that a filter may leave out, or a nullable column of an input.",
    why: "dbt tests such a column with `not_null`: the test fails on the day on which the first null comes, and what reads the model waits.",
    mend: "Say what stands for null: `coalesce(x, 0)`; leave such rows out: `where x is not null`; or declare the column `.nullable()`.",
    bad: `mart("paid", { columns: { country: t.varchar() }, sql: sql\`select c.country from \${orders} as o left join \${customers} as c on c.id = o.customer_id\` })`,
    good: `mart("paid", { columns: { country: t.varchar().nullable() }, sql: sql\`select c.country from \${orders} as o left join \${customers} as c on c.id = o.customer_id\` })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      for (const { column, result, at } of resultColumns(node)) {
        if (result.isNullable !== true || (column.spec.nullable && !column.spec.primaryKey)) continue;
        report({
          at,
          message: `the query of \`${node.name}\` can yield null for \`${column.name}\`, which is declared not null`,
          help: "write `coalesce(…)`, leave such rows out, or declare it `.nullable()`",
          related: [{ at: column.mark, message: `\`${column.name}\` is declared here` }],
        });
      }
    }
  },
});
