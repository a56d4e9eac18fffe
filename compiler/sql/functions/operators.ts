/**
 * The arithmetic operators of Trino 476, in the form of the function table. Source: the classes named `*Operators` in
 * its code, and the answers in test/compiler/sql/types/.
 */
const SAME = ["tinyint", "smallint", "integer", "bigint", "real", "double"]
  .map((type) => `(${type},${type})${type}`)
  .join(";");
const DECIMAL = "(decimal(a_precision,a_scale),decimal(b_precision,b_scale))decimal(r_precision,r_scale)";
const DAYS = "interval day to second";
const MONTHS = "interval year to month";
const ZONE = "with time zone";
const INTERVALS = `(${DAYS},${DAYS})${DAYS};(${MONTHS},${MONTHS})${MONTHS}`;
/** Instants with the interval that moves them, and what comes out. */
const MOVED: readonly (readonly [string, string, string])[] = [
  ["date", DAYS, "date"],
  ["date", MONTHS, "date"],
  ["time(p)", DAYS, "time(u)"],
  [`time(p) ${ZONE}`, DAYS, `time(u) ${ZONE}`],
  ["timestamp(p)", DAYS, "timestamp(u)"],
  ["timestamp(p)", MONTHS, "timestamp(p)"],
  [`timestamp(p) ${ZONE}`, DAYS, `timestamp(u) ${ZONE}`],
  [`timestamp(p) ${ZONE}`, MONTHS, `timestamp(p) ${ZONE}`],
];
const BEHIND = MOVED.map(([instant, interval, result]) => `(${instant},${interval})${result}`).join(";");
const IN_FRONT = MOVED.map(([instant, interval, result]) => `(${interval},${instant})${result}`).join(";");
/** A date less a date is reckoned with both as timestamps. */
const DISTANCES = ["time(p)", `time(p) ${ZONE}`, "timestamp(p)", `timestamp(p) ${ZONE}`]
  .map((instant) => `(${instant},${instant})${DAYS}`)
  .join(";");
const SCALED = [DAYS, MONTHS]
  .flatMap((interval) =>
    ["bigint", "double"].flatMap((factor) => [
      `(${interval},${factor})${interval}`,
      `(${factor},${interval})${interval}`,
    ]),
  )
  .join(";");
const SHARED = [DAYS, MONTHS].map((interval) => `(${interval},double)${interval}`).join(";");
const NEGATED = ["tinyint", "smallint", "integer", "bigint", "real", "double", "decimal(p,s)", DAYS, MONTHS]
  .map((type) => `(${type})${type}`)
  .join(";");

export const OPERATORS: Readonly<Record<string, string>> = {
  $add: `${SAME};${DECIMAL};${BEHIND};${IN_FRONT};${INTERVALS}`,
  $subtract: `${SAME};${DECIMAL};${BEHIND};${DISTANCES};${INTERVALS}`,
  $multiply: `${SAME};${DECIMAL};${SCALED}`,
  $divide: `${SAME};${DECIMAL};${SHARED}`,
  $modulus: `${SAME};${DECIMAL}`,
  $negate: NEGATED,
};
