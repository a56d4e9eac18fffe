import { type Cron, firesOn, minutesOfDay } from "../../graph/cron.ts";
import { cronsOf } from "../../graph/schedules.ts";
import { type ClockChange, clockChanges } from "../../graph/zone.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { clock, scheduled } from "../support/scheduled.ts";

/** A time that summer time skips or repeats. */
export const skippedHour = check({
  code: "ODP6004",
  slug: "skipped-hour",
  severity: "warning",
  explain: explanation({
    what: "A schedule fires at a time of day that does not exist, or comes twice, on the day on which the clock changes.",
    why: "In spring the hour is missing: the run comes at another time or not at all. In autumn it comes twice, and a report can be sent twice. The dates depend on the zone; what is shown are those of 2026 and 2027.",
    mend: "Choose an hour outside the change, or a zone without summer time such as `UTC`.",
    bad: `daily("02:30", { zone: "Europe/Berlin" })`,
    good: `daily("03:30", { zone: "Europe/Berlin" })`,
  }),
  run: (graph, report) => {
    for (const { node, schedule } of scheduled(graph))
      for (const { cron, zone, trigger } of cronsOf(schedule)) {
        // Hourly runs go on through the change.
        if (cron.hours.length > 12) continue;
        const hits = clockChanges(zone).flatMap((change) => hit(cron, change));
        const [skipped] = hits.filter((one) => one.by > 0);
        const [first = skipped] = hits;
        if (first === undefined) continue;
        const [shown, what] = skipped === undefined ? [first, "comes twice"] : [skipped, "does not exist"];
        report({
          at: { kind: "site", site: trigger.site },
          message: `\`${node.name}\` runs at ${clock(shown.minute)} in \`${zone}\`, which ${what} on ${shown.day.toISOString().slice(0, 10)}`,
          help: "choose an hour outside the change of the clock, or a zone without summer time",
        });
      }
  },
});

interface Hit {
  readonly day: Date;
  readonly minute: number;
  readonly by: number;
}

function hit(cron: Cron, change: ClockChange): readonly Hit[] {
  if (!firesOn(cron, change.day)) return [];
  const [from, to] =
    change.by > 0 ? [change.minute, change.minute + change.by] : [change.minute + change.by, change.minute];
  return minutesOfDay(cron)
    .filter((minute) => minute >= from && minute < to)
    .slice(0, 1)
    .map((minute) => ({ day: change.day, minute, by: change.by }));
}
