import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { reportMeanings } from "../support/meanings.ts";

/** A join of exact with inexact numbers. */
export const mixedJoinTypes = check({
  code: "ODP4045",
  slug: "mixed-join-types",
  severity: "warning",
  explain: explanation({
    what: `A join compares a whole number or a decimal with a \`double\` or \`real\`.`,
    why: `A \`double\` is seldom exactly the number that it shows: rows that look equal do not meet. Large whole numbers even meet others.`,
    mend: "Cast the inexact side to a decimal, or correct the type of the key where it comes from.",
    bad: `sql\`select o.id from \${orders} as o join \${rates} as r on r.order_id = o.id\` with \`order_id\` a double`,
    good: `sql\`select o.id from \${orders} as o join \${rates} as r on cast(r.order_id as bigint) = o.id\``,
  }),
  run: (graph, report) => reportMeanings(graph, report, ["mixed-join-types"]),
});
