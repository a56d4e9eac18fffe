import { type AnyColumn, type Column, column, type KindOf, type ValueKind } from "./column.ts";
import { COLUMN } from "./symbols.ts";

const of = <K extends ValueKind>(kind: K, name: string, args?: readonly number[]): Column<K, false> =>
  column("pg", kind, args === undefined ? { name } : { name, args });

/**
 * PostgreSQL's types, for the columns of captured tables. What each becomes in bronze and in the current state
 * stands in one table (`docs: types`); a type that has no way through is a compile error, never an omitted column.
 */
export const pg = Object.freeze({
  boolean: () => of("boolean", "boolean"),
  smallint: () => of("number", "smallint"),
  integer: () => of("number", "integer"),
  bigint: () => of("number", "bigint"),
  oid: () => of("number", "oid"),
  real: () => of("number", "real"),
  doublePrecision: () => of("number", "double precision"),
  /**
   * `numeric(precision, scale)`. Without arguments PostgreSQL sets no limit, so the model type must be named:
   * `pg.numeric({ as: t.decimal(38, 9) })`.
   */
  numeric,
  money: () => of("number", "money"),
  text: () => of("text", "text"),
  varchar: (length?: number) => of("text", "varchar", length === undefined ? undefined : [length]),
  char: (length: number) => of("text", "char", [length]),
  citext: () => of("text", "citext"),
  name: () => of("text", "name"),
  xml: () => of("text", "xml"),
  uuid: () => of("text", "uuid"),
  bytea: () => of("binary", "bytea"),
  date: () => of("date", "date"),
  time: () => of("time", "time"),
  timetz: () => of("other", "timetz"),
  timestamp: () => of("instant", "timestamp"),
  timestamptz: () => of("instant", "timestamptz"),
  interval: () => of("other", "interval"),
  json: () => of("other", "json"),
  jsonb: () => of("other", "jsonb"),
  hstore: () => of("other", "hstore"),
  bit: (length: number) => (length === 1 ? of("boolean", "bit", [1]) : of("binary", "bit", [length])),
  varbit: (length: number) => of("binary", "varbit", [length]),
  inet: () => of("text", "inet"),
  cidr: () => of("text", "cidr"),
  macaddr: () => of("text", "macaddr"),
  macaddr8: () => of("text", "macaddr8"),
  int4range: () => of("other", "int4range"),
  int8range: () => of("other", "int8range"),
  numrange: () => of("other", "numrange"),
  daterange: () => of("other", "daterange"),
  tsrange: () => of("other", "tsrange"),
  tstzrange: () => of("other", "tstzrange"),
  point: () => of("other", "point"),
  /** An enum: its name in the database, and its labels, which dbt tests. */
  enum: (name: string, labels: readonly [string, ...string[]]) =>
    column("pg", "text", { name: "enum", labels: Object.freeze([...labels]), databaseName: name }).accepted(
      ...labels,
    ),
  /** A domain: its name in the database, and the type below it. */
  domain: <C extends AnyColumn>(name: string, base: C): Column<KindOf<C>, false> =>
    column("pg", kindOf(base), { ...base[COLUMN].type, databaseName: name }),
  /** A one-dimensional array. PostgreSQL does not enforce dimensions, and Debezium corrupts the others in silence. */
  array: (element: AnyColumn) => column("pg", "other", { name: "array", element: element[COLUMN].type }),
  /** A type that the table does not know, by name; always a compile error, with the ways out. */
  other: (name: string) => of("other", name),
});

function numeric(precision: number, scale?: number): Column<"number", false>;
function numeric(options: { readonly as: Column<"number", boolean> }): Column<"number", false>;
function numeric(
  first: number | { readonly as: Column<"number", boolean> },
  scale = 0,
): Column<"number", false> {
  return typeof first === "number"
    ? of("number", "numeric", [first, scale])
    : column("pg", "number", { name: "numeric", as: first.as[COLUMN].type });
}

function kindOf<C extends AnyColumn>(base: C): KindOf<C> {
  const kind: ValueKind = base[COLUMN].kind;
  return kind as KindOf<C>;
}
