import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isDay } from "../support/days.ts";

/** A start or a time of day in the configuration that there is not. */
export const malformedDate = check({
  code: "ODP7008",
  slug: "malformed-date",
  severity: "error",
  explain: explanation({
    what: "`startDate` is no day written `2026-01-31`, or `maintenance.at` is no time of day written `02:30`.",
    why: "Both are printed into every DAG. A start that Airflow cannot read fails the import of all of them.",
    mend: "Write `YYYY-MM-DD` and `HH:MM`.",
    bad: `defineConfig({ startDate: "01.01.2026", ... })`,
    good: `defineConfig({ startDate: "2026-01-01", ... })`,
  }),
  run: (graph, report) => {
    const { startDate, maintenance, mark } = graph.config;
    if (!isDay(startDate))
      report({
        at: markAt(mark, "startDate"),
        message: `\`startDate\` is \`${startDate}\`, which is no day`,
        help: "write it as `2026-01-31`",
      });
    if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(maintenance.at))
      report({
        at: markAt(mark, "maintenance", "at"),
        message: `\`maintenance.at\` is \`${maintenance.at}\`, which is no time of day`,
        help: "write it as `02:30`",
      });
  },
});
