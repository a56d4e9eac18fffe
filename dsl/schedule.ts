import { callSite, type Site } from "./site.ts";
import type { Duration, TimeOfDay } from "./values.ts";

/** At the times of a cron expression of five fields, in a named zone. */
export interface CronSchedule {
  readonly kind: "cron";
  readonly expression: string;
  readonly zone: string;
  readonly site: Site;
}

/** When new rows were committed to any input. */
export interface NewDataSchedule {
  readonly kind: "new-data";
  /** How often the inputs are looked at. Default: `"60s"`. */
  readonly pollEvery: Duration;
  readonly site: Site;
}

/** One trigger, or several: the pipeline runs on each. */
export type Schedule = CronSchedule | NewDataSchedule | readonly (CronSchedule | NewDataSchedule)[];

interface Zone {
  /** IANA name, for example `"Africa/Nairobi"`. */
  readonly zone: string;
}

/** `cron("0 * * * *", { zone: "Africa/Nairobi" })`: minute, hour, day of month, month, day of week. */
export function cron(expression: string, options: Zone): CronSchedule {
  return Object.freeze({ kind: "cron", expression, zone: options.zone, site: callSite(cron) });
}

/** Every hour at the given minute. */
export function hourly(minute: number, options: Zone): CronSchedule {
  return Object.freeze({
    kind: "cron",
    expression: `${minute} * * * *`,
    zone: options.zone,
    site: callSite(hourly),
  });
}

/** Every day at a time: `daily("06:00", { zone: "Africa/Nairobi" })`. */
export function daily(at: TimeOfDay, options: Zone): CronSchedule {
  return Object.freeze({
    kind: "cron",
    expression: `${clock(at)} * * *`,
    zone: options.zone,
    site: callSite(daily),
  });
}

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
const WEEKDAYS: readonly Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

/** Every week: `weekly("monday", "07:30", { zone: "Europe/Berlin" })`. */
export function weekly(day: Weekday, at: TimeOfDay, options: Zone): CronSchedule {
  const expression = `${clock(at)} * * ${WEEKDAYS.indexOf(day)}`;
  return Object.freeze({ kind: "cron", expression, zone: options.zone, site: callSite(weekly) });
}

/** Every month on a day: `monthly(1, "07:30", { zone: "Europe/Berlin" })`. */
export function monthly(day: number, at: TimeOfDay, options: Zone): CronSchedule {
  return Object.freeze({
    kind: "cron",
    expression: `${clock(at)} ${day} * *`,
    zone: options.zone,
    site: callSite(monthly),
  });
}

/** Runs when new rows were committed to any input. */
export function onNewData(options: { readonly pollEvery?: Duration } = {}): NewDataSchedule {
  return Object.freeze({
    kind: "new-data",
    pollEvery: options.pollEvery ?? "60s",
    site: callSite(onNewData),
  });
}

function clock(at: TimeOfDay): string {
  const [hour, minute] = at.split(":");
  return `${Number(minute)} ${Number(hour)}`;
}
