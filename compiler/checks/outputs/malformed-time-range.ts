import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isTimeRange } from "../support/time-ranges.ts";

/** A stretch of time that nobody can read. */
export const malformedTimeRange = check({
  code: "ODP5031",
  slug: "malformed-time-range",
  severity: "error",
  explain: explanation({
    what: "The default of a filter of time is no stretch of time, or it ends before it begins.",
    why: "Superset answers every chart of the dashboard with an error, or, worse, takes words that it does not know for `until today`.",
    mend: 'Write `"last 30 days"`, `"last week"`, `"current month"`, `"previous quarter"`, `"2026-01-01 : 2026-02-01"` (the end excluded), or `"all"`.',
    bad: `filter.time(orders.day, { default: "30 days" })`,
    good: `filter.time(orders.day, { default: "last 30 days" })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "dashboard"))
      for (const filter of node.declaration.spec.filters ?? []) {
        if (filter.type !== "time" || isTimeRange(filter.default)) continue;
        report({
          at: { kind: "site", site: filter.site },
          message: `a filter of \`${node.name}\` begins with \`${String(filter.default)}\`, which is no stretch of time`,
          help: 'write `"last 30 days"`, `"current month"`, `"previous quarter"`, `"2026-01-01 : 2026-02-01"` or `"all"`',
        });
      }
  },
});
