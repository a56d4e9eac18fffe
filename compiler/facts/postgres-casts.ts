// Trino expressions that turn a column of the changelog into a column of the current state. They stand in
// generated SQL and must never fail on a value that PostgreSQL can hold: what has no counterpart becomes null, and
// the type table names that as a loss. They are not meant for deleted rows, whose columns carry invented values
// (an empty text for a uuid): the caller leaves those out.

export type Cast = (column: string) => string;

/** Days of 4714-11-24 BC, where PostgreSQL begins, to 9999-12-31; PostgreSQL's infinities and its far years lie outside. */
const FIRST_DAY = "-2440588";
const LAST_DAY = "2932896";

/** The same range in microseconds. */
const FIRST_MICROSECOND = "-210866803200000000";
const LAST_MICROSECOND = "253402300799999999";

export const unchanged: Cast = (column) => column;

export const toType =
  (type: string): Cast =>
  (column) =>
    `cast(${column} as ${type})`;

/**
 * Text of a `numeric`. Debezium writes `NAN`, `POSITIVE_INFINITY` and the like for what is no number; where the
 * column has a declared precision, every number fits.
 */
export const declaredDecimal =
  (type: string): Cast =>
  (column) =>
    `cast(nullif(${column}, 'NAN') as ${type})`;

/** Text of a `numeric` without limits: what is no number, or too large for the type, becomes null. */
export const freeDecimal =
  (type: string): Cast =>
  (column) =>
    `case when regexp_like(${column}, '^-?[0-9]') then try_cast(${column} as ${type}) end`;

/** Text of a `numeric` as a floating-point number, which has its own NaN and infinities. */
export const floating =
  (type: string): Cast =>
  (column) =>
    `case ${column} when 'NAN' then cast(nan() as ${type}) when 'POSITIVE_INFINITY' then cast(infinity() as ${type}) ` +
    `when 'NEGATIVE_INFINITY' then cast(-infinity() as ${type}) else cast(${column} as ${type}) end`;

/** A date column. Snapshots and the stream encode an infinite date differently; both are absurd years. */
export const boundedDate: Cast = (column) =>
  `case when year(${column}) between -4713 and 9999 then ${column} end`;

/** Days since 1970, as they come inside arrays. */
export const dayNumber: Cast = (column) =>
  `case when ${column} between ${FIRST_DAY} and ${LAST_DAY} then date_add('day', ${column}, date '1970-01-01') end`;

/** Microseconds since midnight; `24:00` becomes `00:00`. */
export const timeOfDay: Cast = (column) =>
  `cast(cast(from_unixtime_nanos(${column} * 1000) as timestamp(6)) as time(6))`;

/** Microseconds since 1970 without a zone. The product needs a decimal: nanoseconds overflow bigint from 2262 on. */
export const localTimestamp: Cast = (column) =>
  `case when ${column} between ${FIRST_MICROSECOND} and ${LAST_MICROSECOND} ` +
  `then cast(from_unixtime_nanos(cast(${column} as decimal(38, 0)) * 1000) as timestamp(6)) end`;

/** ISO 8601 text in UTC. `try` would not help: a year above 9999 is an internal error of Trino's, not a user's. */
export const instant: Cast = (column) =>
  `case when regexp_like(${column}, '^-?[0-9]{4}-') ` +
  `then cast(from_iso8601_timestamp_nanos(${column}) as timestamp(6) with time zone) end`;

/** JSON text of a list; `element`, where given, converts each item after the cast. */
export const list =
  (jsonType: string, element?: Cast): Cast =>
  (column) => {
    const items = `cast(json_parse(${column}) as array(${jsonType}))`;
    return element === undefined ? items : `transform(${items}, item -> ${element("item")})`;
  };
