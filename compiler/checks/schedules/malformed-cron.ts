import { isCron, parseCron } from "../../graph/cron.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { cronTriggers } from "../support/scheduled.ts";

/** A text that is no cron expression of five fields. */
export const malformedCron = check({
  code: "ODP6001",
  slug: "malformed-cron",
  severity: "error",
  explain: explanation({
    what: "A schedule is no cron expression of five fields: minute, hour, day of month, month, day of week.",
    why: 'Airflow accepts six fields without a word and reads one as seconds, so `0 0 6 * * *` does not run at six (seen on Airflow 3.3.2). Fields out of range are found only when Airflow parses the DAG. A time such as `daily("25:00", ..)` ends here too.',
    mend: "Write five fields. Ranges go upwards; a step is `*/15`. The presets of other systems (`@daily`) are written out.",
    bad: `cron("0 0 6 * * *", { zone: "UTC" })`,
    good: `cron("0 6 * * *", { zone: "UTC" })`,
  }),
  run: (graph, report) => {
    for (const { node, trigger } of cronTriggers(graph)) {
      const cron = parseCron(trigger.expression);
      if (isCron(cron)) continue;
      report({
        at: { kind: "site", site: trigger.site },
        message: `\`${node.name}\` has the cron expression \`${trigger.expression}\`: ${cron.message}`,
        ...(cron.help === undefined ? {} : { help: cron.help }),
      });
    }
  },
});
