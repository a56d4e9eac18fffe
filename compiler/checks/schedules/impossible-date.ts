import { everFires, isCron, parseCron } from "../../graph/cron.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { cronTriggers } from "../support/scheduled.ts";

/** A schedule that never comes. */
export const impossibleDate = check({
  code: "ODP6002",
  slug: "impossible-date",
  severity: "error",
  explain: explanation({
    what: "A schedule names a day that never comes, such as 30 February.",
    why: "Airflow accepts such an expression without a warning, and the DAG never runs (seen on Airflow 3.3.2).",
    mend: "Name a day that there is. For the last day of a month, run on the first of the next.",
    bad: `cron("0 6 30 2 *", { zone: "UTC" })`,
    good: `cron("0 6 1 3 *", { zone: "UTC" })`,
  }),
  run: (graph, report) => {
    for (const { node, trigger } of cronTriggers(graph)) {
      const cron = parseCron(trigger.expression);
      if (!isCron(cron) || everFires(cron)) continue;
      report({
        at: { kind: "site", site: trigger.site },
        message: `\`${node.name}\` would never run: no day fits \`${trigger.expression}\``,
        help: "name a day that there is; for the last day of a month, run on the first of the next",
      });
    }
  },
});
