// How Trino 476 stores its types in an Iceberg table. Source: CREATE TABLE of each on a running 476.

/** Types that a column keeps as declared; `decimal` with any arguments, and lists, maps and rows of these too. */
export const ICEBERG_TYPES: readonly string[] = [
  "boolean",
  "integer",
  "bigint",
  "real",
  "double",
  "decimal",
  "varchar",
  "varbinary",
  "uuid",
  "date",
  "time(6)",
  "timestamp(6)",
  "timestamp(6) with time zone",
];

/** Types that CREATE TABLE, with or without AS, turns into another one without a word. */
export const ICEBERG_WIDENED_TYPES: ReadonlyMap<string, string> = new Map([
  ["tinyint", "integer"],
  ["smallint", "integer"],
  ["char", "varchar"],
  ["varchar(n)", "varchar"],
  ["time(3)", "time(6)"],
  ["timestamp(3)", "timestamp(6)"],
]);

/** Types that CREATE TABLE refuses. */
export const ICEBERG_REFUSED_TYPES: readonly string[] = [
  "json",
  "interval day to second",
  "interval year to month",
  "ipaddress",
];
