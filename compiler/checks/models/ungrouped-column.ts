import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { reportMeanings } from "../support/meanings.ts";

/** A column of grouped rows that has no single value. */
export const ungroupedColumn = check({
  code: "ODP4041",
  slug: "ungrouped-column",
  severity: "error",
  explain: explanation({
    what: "A query groups its rows and selects, filters or orders by a column that is neither grouped nor aggregated; or it orders distinct rows by a column that is not selected.",
    why: "A group has many values of such a column. Trino refuses the query when the model runs.",
    mend: `Add the column to \`group by\`, or aggregate it: \`max(..)\`, \`any_value(..)\`.`,
    bad: `sql\`select o.status, o.day, count(*) as n from \${orders} as o group by 1\``,
    good: `sql\`select o.status, o.day, count(*) as n from \${orders} as o group by 1, 2\``,
  }),
  run: (graph, report) => reportMeanings(graph, report, ["ungrouped-column"]),
});
