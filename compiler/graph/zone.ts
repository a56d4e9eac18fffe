// Time zones by the IANA data that the JavaScript engine brings; neither the machine's zone nor its language matters.

/** A change of a zone's clock: at `minute` of the day the clock goes forward (skipping) or back (repeating) by `by`. */
export interface ClockChange {
  /** Midnight UTC of the local day. */
  readonly day: Date;
  /** Minutes of the local day before the change. */
  readonly minute: number;
  /** Minutes forward; negative where an hour comes twice. */
  readonly by: number;
}

/** Whether a name is a zone as Airflow, Trino and Superset write it: in the case of the IANA list, no offset. */
export function isZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  const known = resolved(name);
  return known !== undefined && (known.toLowerCase() !== name.toLowerCase() || known === name);
}

/** The zones of the engine's list, for suggestions. */
export function zoneNames(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}

/** The changes of the clock in 2026 and 2027. */
export function clockChanges(zone: string): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  const offset = offsetOf(zone);
  const first = Date.UTC(2026, 0, 1);
  let before = offset(first);
  // No zone changes twice in a week.
  for (let week = 0; week < 105; week++) {
    const start = first + week * WEEK;
    const after = offset(start + WEEK);
    if (after === before) continue;
    changes.push(changeIn(start, before, after, offset));
    before = after;
  }
  return changes;
}

/** How far the clock moves at most, in seconds. */
export function shiftSeconds(zone: string): number {
  return clockChanges(zone).reduce((most, change) => Math.max(most, Math.abs(change.by)), 0) * 60;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone changes its clock twice in a week. */
const WEEK = 7 * DAY;

function changeIn(start: number, before: number, after: number, offset: (at: number) => number): ClockChange {
  let [low, high] = [start, start + WEEK];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  const local = high + before * MINUTE;
  const day = Math.floor(local / DAY) * DAY;
  return { day: new Date(day), minute: (local - day) / MINUTE, by: after - before };
}

function resolved(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Minutes that the zone is ahead of UTC at an instant. */
function offsetOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
    const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"));
    return Math.round((local - at) / MINUTE);
  };
}
