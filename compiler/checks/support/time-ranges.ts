// Stretches of time as the language writes them; `TimeRange` says the same to those who check types.
import { isDay } from "./days.ts";

const RELATIVE =
  /^(?:last (?:day|week|month|quarter|year)|last [1-9]\d* (?:day|week|month|quarter|year)s|current (?:day|week|month|quarter|year)|previous (?:week|month|quarter|year))$/u;

/** Whether a text is a stretch of time. */
export function isTimeRange(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (value === "all" || RELATIVE.test(value)) return true;
  const [from, to, ...more] = value.split(" : ");
  if (from === undefined || to === undefined || more.length > 0) return false;
  return isDay(from) && isDay(to) && from < to;
}

/** Whether it has a beginning and an end, which is what a comparison with an earlier time needs. */
export function isBounded(value: unknown): boolean {
  return value !== "all" && isTimeRange(value);
}
