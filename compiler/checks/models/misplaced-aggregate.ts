import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { reportMeanings } from "../support/meanings.ts";

/** An aggregate or a window function where none can be. */
export const misplacedAggregate = check({
  code: "ODP4042",
  slug: "misplaced-aggregate",
  severity: "error",
  explain: explanation({
    what: `A query aggregates in \`where\`, \`on\`, \`group by\` or a lambda, puts an aggregate into another one, or a window function into \`where\`, \`having\` or another window.`,
    why: "Rows are filtered before they are grouped, and grouped before windows see them. Trino refuses the query when the model runs.",
    mend: `Filter groups by \`having\`; for all else, aggregate in a common table or an inner query and refer to its column.`,
    bad: `sql\`select o.day from \${orders} as o where count(*) > 1 group by 1\``,
    good: `sql\`select o.day from \${orders} as o group by 1 having count(*) > 1\``,
  }),
  run: (graph, report) => reportMeanings(graph, report, ["misplaced-aggregate", "misplaced-window"]),
});
