import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { triggers } from "../../graph/schedules.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A pipeline or report that nothing starts. */
export const missingSchedule = check({
  code: "ODP6005",
  slug: "missing-schedule",
  severity: "error",
  explain: explanation({
    what: "A pipeline or a report has no schedule, or an empty list of triggers.",
    why: "Nothing would ever start its DAG: its tables stay as they were, its mails are not sent, and no failure is reported.",
    mend: "Give it `cron(..)`, `daily(..)`, `hourly(..)`, `weekly(..)`, `monthly(..)` or `onNewData()`.",
    bad: `pipeline("shop", { schedule: [], ... })`,
    good: `pipeline("shop", { schedule: onNewData(), ... })`,
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "pipeline"), ...nodesOf(graph, "report")]) {
      if (triggers(node.declaration.spec.schedule).length > 0) continue;
      report({
        at: markAt(node.mark, "schedule"),
        message: `the ${node.kind} \`${node.name}\` has no schedule, so nothing starts it`,
        help: 'give it one, for example `daily("06:00", { zone: "UTC" })` or `onNewData()`',
      });
    }
  },
});
