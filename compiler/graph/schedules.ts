import type { CronSchedule, NewDataSchedule, Schedule } from "../../dsl/schedule.ts";
import { seconds } from "./config.ts";
import { type Cron, isCron, longestGapSeconds, parseCron } from "./cron.ts";
import { isZone, shiftSeconds } from "./zone.ts";

/** The triggers of a schedule, one or several. */
export function triggers(schedule: Schedule | undefined): readonly (CronSchedule | NewDataSchedule)[] {
  if (schedule === undefined) return [];
  return "kind" in schedule ? [schedule] : schedule;
}

/** The cron triggers that can be read, with their zone. */
export function cronsOf(
  schedule: Schedule | undefined,
): readonly { readonly cron: Cron; readonly zone: string; readonly trigger: CronSchedule }[] {
  return triggers(schedule).flatMap((trigger) => {
    if (trigger.kind !== "cron") return [];
    const cron = parseCron(trigger.expression);
    return isCron(cron) && isZone(trigger.zone) ? [{ cron, zone: trigger.zone, trigger }] : [];
  });
}

/** How a pipeline waits at worst before it looks at new data. */
export interface Wait {
  readonly what: "schedule" | "watch";
  readonly seconds: number;
}

/**
 * The longest time until the next run: of the cron triggers the longest gap, one change of the clock included; or how
 * often new data is looked for, if that is sooner. Nothing where no trigger can be read.
 */
export function longestWait(schedule: Schedule | undefined): Wait | undefined {
  const waits: Wait[] = [];
  const crons = cronsOf(schedule);
  if (crons.length > 0) {
    const gap = longestGapSeconds(crons.map(({ cron }) => cron));
    // An autumn day has 25 hours; a gap of at most an hour is as long on that day.
    const shift = gap > 3600 ? Math.max(...crons.map(({ zone }) => shiftSeconds(zone))) : 0;
    // Zones may lie apart, and then the gap between two triggers is not that of their clocks.
    const zones = new Set(crons.map(({ zone }) => zone));
    const sure = zones.size === 1 ? gap : Math.min(...crons.map(({ cron }) => longestGapSeconds([cron])));
    waits.push({ what: "schedule", seconds: sure + shift });
  }
  for (const trigger of triggers(schedule)) {
    const poll = trigger.kind === "new-data" ? seconds(trigger.pollEvery) : Number.NaN;
    if (!Number.isNaN(poll)) waits.push({ what: "watch", seconds: poll });
  }
  return waits.sort((a, b) => a.seconds - b.seconds)[0];
}
