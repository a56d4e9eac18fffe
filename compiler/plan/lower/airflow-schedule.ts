// When DAGs start. Timetables are explicit and have a zone: a bare cron string changes its meaning with a setting.
import type { CronSchedule, NewDataSchedule, Schedule } from "../../../dsl/schedule.ts";
import { seconds } from "../../graph/config.ts";
import type { SchedulePlan, TimesPlan } from "../airflow.ts";

/**
 * A run at these times catches up after an asset's event that Airflow lost (apache/airflow#56050), so whatever starts
 * on events also starts hourly.
 */
export const FLOOR: TimesPlan = { expressions: ["0 * * * *"], zone: "UTC" };

const DEFAULT_POLL_SECONDS = 60;

function parts(schedule: Schedule): readonly (CronSchedule | NewDataSchedule)[] {
  return "kind" in schedule ? [schedule] : schedule;
}

/** The times of a schedule, or null where it has none. */
export function timesOf(schedule: Schedule): TimesPlan | null {
  const crons = parts(schedule).filter((part) => part.kind === "cron");
  const [first] = crons;
  if (first === undefined) return null;
  return { expressions: [...new Set(crons.map(({ expression }) => expression))], zone: first.zone };
}

/** Seconds between two looks at the inputs, or null where new data starts nothing. */
export function pollSecondsOf(schedule: Schedule): number | null {
  const polls = parts(schedule).filter((part) => part.kind === "new-data");
  if (polls.length === 0) return null;
  return Math.min(...polls.map(({ pollEvery }) => seconds(pollEvery) || DEFAULT_POLL_SECONDS));
}

/** How often the changes of a source are looked at: as often as the most eager of its readers asks. */
export function pollSecondsFor(schedules: readonly Schedule[]): number {
  const polls = schedules.map(pollSecondsOf).filter((poll) => poll !== null);
  return polls.length === 0 ? DEFAULT_POLL_SECONDS : Math.min(...polls);
}

/** The schedule of a DAG that reads these assets. */
export function schedulePlan(schedule: Schedule, inputs: readonly string[]): SchedulePlan {
  const times = timesOf(schedule);
  if (pollSecondsOf(schedule) === null && times !== null) return { kind: "times", times };
  if (inputs.length === 0) return { kind: "times", times: times ?? FLOOR };
  return { kind: "assets", assets: inputs, every: "any", or: times ?? FLOOR };
}

/** "at `0 * * * *` (UTC), and when ..." for documentation. */
export function scheduleText(schedule: SchedulePlan): string {
  if (schedule.kind === "none") return "only when somebody starts it";
  if (schedule.kind !== "assets") return `at ${timesText(schedule.times)}`;
  const word = schedule.every === "any" ? "any of its inputs was" : "all of its inputs were";
  const or = schedule.or === null ? "" : `, and at ${timesText(schedule.or)}`;
  return `when ${word} announced${or}`;
}

function timesText({ expressions, zone }: TimesPlan): string {
  return `${expressions.map((expression) => `\`${expression}\``).join(", ")} (${zone})`;
}
