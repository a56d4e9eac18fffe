import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { reportMeanings } from "../support/meanings.ts";

/** An instant compared with a local time. */
export const mixedTimeZones = check({
  code: "ODP4044",
  slug: "mixed-time-zones",
  severity: "warning",
  explain: explanation({
    what: `A query compares or joins \`timestamp with time zone\` with \`timestamp\` or \`date\`, or puts both into one column.`,
    why: "Trino reads the one without a zone in the zone of the session. The same query gives other rows for another user, and none of it is seen in its text.",
    mend: `Say the zone: \`with_timezone(x, 'UTC')\`, \`cast(y at time zone 'Africa/Nairobi' as date)\`.`,
    bad: `sql\`select o.id from \${orders} as o where o.created_at >= date '2024-01-01'\``,
    good: `sql\`select o.id from \${orders} as o where o.created_at >= timestamp '2024-01-01 00:00:00 UTC'\``,
  }),
  run: (graph, report) => reportMeanings(graph, report, ["mixed-time-zones"]),
});
