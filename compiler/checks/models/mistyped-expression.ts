import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { reportMeanings } from "../support/meanings.ts";

/** A piece of SQL whose types do not fit. */
export const mistypedExpression = check({
  code: "ODP4040",
  slug: "mistyped-expression",
  severity: "error",
  explain: explanation({
    what: "A query calls a function that Trino does not have or with arguments that it does not take, compares or reckons with values of types that do not meet, or casts to what cannot be cast to.",
    why: `Trino never takes text for a number or a date. It refuses such a query when the model runs; \`dbt parse\` does not look. Types are those of Trino 476.`,
    mend: `Cast one side, or write the literal in the type of the column: \`date '2024-01-01'\`, \`10\` instead of \`'10'\`. A function of your own is called with its catalog and schema.`,
    bad: `sql\`select o.id from \${orders} as o where o.total > '10'\``,
    good: `sql\`select o.id from \${orders} as o where o.total > 10\``,
  }),
  run: (graph, report) =>
    reportMeanings(graph, report, [
      "foreign-syntax",
      "unknown-type",
      "unknown-function",
      "unknown-window",
      "wrong-arguments",
      "wrong-operands",
      "wrong-type",
      "impossible-cast",
      "misplaced-query",
    ]),
});
