// The five-field cron expressions that Airflow's `CronTriggerTimetable` takes, and when they fire by the wall clock.
// Reference dates are fixed, so that the result never depends on today.

/** A cron expression as sets of numbers. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly daysOfWeek: ReadonlySet<number>;
  /** Where neither day is `*`, either makes the day match, as croniter reads them for Airflow. */
  readonly isEitherDay: boolean;
}

/** Why a text is no cron expression. */
export interface CronProblem {
  readonly message: string;
  readonly help?: string;
}

interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly words?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: "minute", first: 0, last: 59 },
  { name: "hour", first: 0, last: 23 },
  { name: "day of the month", first: 1, last: 31 },
  {
    name: "month",
    first: 1,
    last: 12,
    words: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  },
  { name: "day of the week", first: 0, last: 7, words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
];

/** Reads an expression of five fields: minute, hour, day of month, month, day of week. */
export function parseCron(expression: string): Cron | CronProblem {
  const texts = expression.trim().split(/\s+/);
  if (expression.startsWith("@"))
    return {
      message: `\`${expression}\` is a preset`,
      help: "write its five fields: minute, hour, day of month, month, day of week",
    };
  if (texts.length === 6)
    return {
      message: "it has six fields, and one of them would be read as seconds",
      help: "leave the seconds out: minute, hour, day of month, month, day of week",
    };
  if (texts.length !== 5)
    return {
      message: `it has ${texts.length} fields`,
      help: "write five: minute, hour, day of month, month, day of week",
    };
  const sets: (readonly number[])[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const read = readField(texts[index] ?? "", field);
    if ("message" in read) return read;
    sets.push(read.values);
  }
  const [minutes = [], hours = [], daysOfMonth = [], months = [], daysOfWeek = []] = sets;
  return {
    minutes,
    hours,
    daysOfMonth: new Set(daysOfMonth),
    months: new Set(months),
    daysOfWeek: new Set(daysOfWeek.map((day) => day % 7)),
    isEitherDay: texts[2] !== "*" && texts[4] !== "*",
  };
}

export function isCron(read: Cron | CronProblem): read is Cron {
  return "minutes" in read;
}

function readField(text: string, field: Field): { readonly values: readonly number[] } | CronProblem {
  const values = new Set<number>();
  for (const item of text.split(",")) {
    const match = /^(\*|[a-z0-9]+(?:-[a-z0-9]+)?)(?:\/(\d+))?$/.exec(item.toLowerCase());
    if (match === null) return { message: `\`${item}\` is no ${field.name}` };
    const [, range = "", step] = match;
    const [from, to] = range === "*" ? [field.first, field.last] : bounds(range, step !== undefined, field);
    if (from === undefined || to === undefined)
      return { message: `\`${item}\` is no ${field.name}: it goes from ${field.first} to ${field.last}` };
    if (from > to)
      return {
        message: `\`${item}\` goes backwards`,
        help: `write two ranges: \`${range.split("-")[0] ?? ""}-${field.last},${field.first}-${range.split("-")[1] ?? ""}\``,
      };
    const by = step === undefined ? 1 : Number(step);
    if (by === 0) return { message: `\`${item}\` has a step of 0` };
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return { values: [...values].sort((a, b) => a - b) };
}

function bounds(
  range: string,
  hasStep: boolean,
  field: Field,
): readonly [number | undefined, number | undefined] {
  const [first = "", second] = range.split("-");
  const from = numberOf(first, field);
  if (second !== undefined) return [from, numberOf(second, field)];
  return [from, hasStep ? field.last : from];
}

function numberOf(text: string, field: Field): number | undefined {
  const word = field.words?.indexOf(text) ?? -1;
  if (word >= 0) return word + field.first;
  if (!/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= field.first && value <= field.last ? value : undefined;
}

/** Days of eight years, leap years among them; the first is 2026-01-01, a Thursday. */
const DAYS = 2922;
const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

/** The day with this number after 2026-01-01, as UTC writes it. */
export function dayOf(index: number): Date {
  return new Date(FIRST_DAY + index * DAY);
}

/** Whether the expression fires on the day that UTC writes so. */
export function firesOn(cron: Cron, day: Date): boolean {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false;
  const ofMonth = cron.daysOfMonth.has(day.getUTCDate());
  const ofWeek = cron.daysOfWeek.has(day.getUTCDay());
  return cron.isEitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
}

/** Minutes of a day at which it fires, sorted. */
export function minutesOfDay(cron: Cron): readonly number[] {
  return cron.hours.flatMap((hour) => cron.minutes.map((minute) => hour * 60 + minute));
}

/** Whether it ever fires: 30 February does not. */
export function everFires(cron: Cron): boolean {
  for (let index = 0; index < DAYS; index++) if (firesOn(cron, dayOf(index))) return true;
  return false;
}

/** The longest time between two firings by the wall clock, in seconds; of several schedules, between any two firings. */
export function longestGapSeconds(crons: readonly Cron[]): number {
  // Days on which the same schedules fire are alike.
  const shapes = new Map<string, DayShape | undefined>();
  let last: number | undefined;
  let gap = 0;
  for (let index = 0; index < DAYS; index++) {
    const day = dayOf(index);
    const firing = crons.map((cron) => firesOn(cron, day));
    const key = firing.join();
    if (!shapes.has(key)) shapes.set(key, dayShape(crons.filter((_, place) => firing[place])));
    const shape = shapes.get(key);
    if (shape === undefined) continue;
    const start = index * 1440;
    gap = Math.max(gap, shape.gap, last === undefined ? 0 : start + shape.first - last);
    last = start + shape.last;
  }
  return gap === 0 ? Number.POSITIVE_INFINITY : gap * 60;
}

/** First and last firing of a day, and the longest gap between, in minutes. */
interface DayShape {
  readonly first: number;
  readonly last: number;
  readonly gap: number;
}

function dayShape(firing: readonly Cron[]): DayShape | undefined {
  const minutes = [...new Set(firing.flatMap(minutesOfDay))].sort((a, b) => a - b);
  const [first] = minutes;
  const last = minutes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const gap = minutes.reduce(
    (most, minute, index) => Math.max(most, minute - (minutes[index - 1] ?? minute)),
    0,
  );
  return { first, last, gap };
}
