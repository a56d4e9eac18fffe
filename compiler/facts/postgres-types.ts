// ONE table of the way of a value: PostgreSQL 15, Debezium 3.7.0.Final, JSON without schema, Iceberg sink 1.12.0,
// Trino 476. It holds for these settings of the connector, which `connector-keys.ts` enforces:
// decimal.handling.mode=string, time.precision.mode=microseconds, interval.handling.mode=string,
// hstore.handling.mode=json, binary.handling.mode=bytes, the default unavailable.value.placeholder.
// Source: values sent through the running chain; for what was not sent, `PostgresValueConverter` of Debezium.
import type { TypeName } from "../../dsl/column.ts";
import type { Cast } from "./postgres-casts.ts";
import * as casts from "./postgres-casts.ts";
import { LOSSES, type Loss, type LossSlug } from "./postgres-losses.ts";
import { NO_WAY, refusedTypeReason } from "./postgres-refused.ts";

/** Column types of the changelog: wide, so that no value that Debezium sends can stop the sink. */
export type BronzeType = "boolean" | "bigint" | "double" | "date" | "varchar" | "varbinary";

/** How a PostgreSQL type travels. */
export interface PostgresType {
  /** As PostgreSQL spells it: `numeric(12,2)`. */
  readonly name: string;
  /** What stands in the JSON of the topic. */
  readonly wire: string;
  readonly bronze: BronzeType;
  /** Type of the current state, in Trino's spelling. */
  readonly state: string;
  /** Trino expression from the bronze column to the state; not for deleted rows. */
  readonly cast: Cast;
  /**
   * True if PostgreSQL may store the value apart from its row and then leave it out of an update under
   * `REPLICA IDENTITY DEFAULT`.
   */
  readonly toastable: boolean;
  /**
   * Trino expression equal to the bronze column where an update left the value out. Null for a toastable type means
   * that Debezium has no usable stand-in: its table needs `REPLICA IDENTITY FULL`.
   */
  readonly placeholder: string | null;
  readonly losses: readonly Loss[];
  readonly refused?: undefined;
}

/** A type that has no way through. */
export interface RefusedType {
  readonly name: string;
  /** Why, and what to do instead; one sentence without a full stop. */
  readonly refused: string;
}

interface Row {
  readonly wire: string;
  readonly bronze: BronzeType;
  readonly state: string;
  readonly cast?: Cast;
  /** Stand-in for a value left out; absent: never stored apart. */
  readonly placeholder?: string | null;
  readonly losses?: readonly LossSlug[];
  /** Inside an array: the type to read the JSON items as, what turns one into the state type, the stand-in. */
  readonly inArray?: { readonly json: string; readonly cast?: Cast; readonly placeholder?: string };
}

const PLACEHOLDER = "__debezium_unavailable_value";
const TEXT_PLACEHOLDER = `'${PLACEHOLDER}'`;
const BINARY_PLACEHOLDER = `to_utf8('${PLACEHOLDER}')`;
const TEXTS_PLACEHOLDER = `'["${PLACEHOLDER}"]'`;
const NUMBERS_PLACEHOLDER = `'[${Array.from(PLACEHOLDER, (letter) => letter.charCodeAt(0)).join(",")}]'`;
/** Java's `UUID.nameUUIDFromBytes` of the placeholder. */
const UUIDS_PLACEHOLDER = `'["b68a35a7-17ad-35b3-af2a-ae46edb4545a"]'`;

const text = (wire: string, more: Partial<Row> = {}): Row => ({
  wire,
  bronze: "varchar",
  state: "varchar",
  inArray: { json: "varchar" },
  ...more,
});

const largeText = (wire: string, more: Partial<Row> = {}): Row =>
  text(wire, { placeholder: TEXT_PLACEHOLDER, ...more });

/** For elements that Debezium does not support in an array: the whole column would be left out in silence. */
const alone = (row: Row): Row => {
  const { inArray: _, ...rest } = row;
  return rest;
};

const TEXTS = { json: "varchar", placeholder: TEXTS_PLACEHOLDER };

/** Types without arguments that matter, by PostgreSQL's own spelling as the language writes it. */
export const POSTGRES_TYPES: Readonly<Record<string, Row>> = {
  boolean: { wire: "boolean", bronze: "boolean", state: "boolean", inArray: { json: "boolean" } },
  smallint: whole("integer"),
  integer: { ...whole("integer"), inArray: { json: "integer", placeholder: NUMBERS_PLACEHOLDER } },
  bigint: { ...whole("bigint"), inArray: { json: "bigint", placeholder: NUMBERS_PLACEHOLDER } },
  oid: whole("bigint"),
  real: {
    wire: 'number or `"NaN"`',
    bronze: "double",
    state: "real",
    cast: casts.toType("real"),
    inArray: { json: "real" },
  },
  "double precision": {
    wire: 'number or `"NaN"`',
    bronze: "double",
    state: "double",
    inArray: { json: "double" },
  },
  money: alone(
    text("text of a number", {
      state: "decimal(19,2)",
      cast: casts.toType("decimal(19,2)"),
      losses: ["money-fraction"],
    }),
  ),
  text: largeText("text", { inArray: TEXTS }),
  varchar: largeText("text", { inArray: TEXTS }),
  char: largeText("text, padded with blanks", { losses: ["padding"] }),
  citext: largeText("text", { losses: ["case"] }),
  name: alone(text("text")),
  xml: alone(largeText("text")),
  enum: text("label"),
  uuid: text("text", {
    state: "uuid",
    cast: casts.toType("uuid"),
    inArray: { json: "varchar", cast: casts.toType("uuid"), placeholder: UUIDS_PLACEHOLDER },
  }),
  bytea: {
    wire: "base64",
    bronze: "varbinary",
    state: "varbinary",
    placeholder: BINARY_PLACEHOLDER,
    inArray: { json: "varchar", cast: (column) => `from_base64(${column})` },
  },
  date: {
    wire: "days since 1970",
    bronze: "date",
    state: "date",
    cast: casts.boundedDate,
    losses: ["infinity", "far-year"],
    inArray: { json: "bigint", cast: casts.dayNumber, placeholder: NUMBERS_PLACEHOLDER },
  },
  time: {
    wire: "microseconds since midnight",
    bronze: "bigint",
    state: "time(6)",
    cast: casts.timeOfDay,
    losses: ["midnight"],
    inArray: { json: "bigint", cast: casts.timeOfDay },
  },
  timetz: text("`05:30:00Z`", { losses: ["zone"] }),
  timestamp: {
    wire: "microseconds since 1970",
    bronze: "bigint",
    state: "timestamp(6)",
    cast: casts.localTimestamp,
    losses: ["infinity", "far-year"],
    inArray: { json: "bigint", cast: casts.localTimestamp },
  },
  timestamptz: text("`2026-01-31T06:00:00.123456Z`", {
    state: "timestamp(6) with time zone",
    cast: casts.instant,
    losses: ["infinity", "far-year"],
    inArray: { json: "varchar", cast: casts.instant },
  }),
  interval: alone(text("`P1Y2M3DT4H5M6.7S`")),
  json: largeText("text of JSON", { inArray: TEXTS }),
  jsonb: largeText("text of JSON", { inArray: TEXTS }),
  hstore: alone(largeText("text of a JSON object")),
  inet: text("text"),
  cidr: text("text"),
  macaddr: text("text"),
  macaddr8: text("text"),
  int4range: largeText("`[1,10)`"),
  int8range: largeText("`[1,10)`"),
  numrange: largeText("`[1.5,2.5)`"),
  daterange: largeText("`[2026-01-01,2026-02-01)`"),
  tsrange: largeText('`["2026-01-01 00:00:00",)`'),
  tstzrange: largeText('`["2026-01-01 00:00:00+00",)`'),
  point: alone(text('`{"x":1.0,"y":2.0,"wkb":..,"srid":null}`')),
};

/** Other spellings of the same types: PostgreSQL's standard and internal names, and the self-numbering columns. */
export const POSTGRES_ALIASES: ReadonlyMap<string, string> = new Map([
  ["bool", "boolean"],
  ["int2", "smallint"],
  ["int4", "integer"],
  ["int", "integer"],
  ["int8", "bigint"],
  ["smallserial", "smallint"],
  ["serial2", "smallint"],
  ["serial", "integer"],
  ["serial4", "integer"],
  ["bigserial", "bigint"],
  ["serial8", "bigint"],
  ["float4", "real"],
  ["float8", "double precision"],
  ["decimal", "numeric"],
  ["character varying", "varchar"],
  ["character", "char"],
  ["bpchar", "char"],
  ["bit varying", "varbit"],
  ["time without time zone", "time"],
  ["time with time zone", "timetz"],
  ["timestamp without time zone", "timestamp"],
  ["timestamp with time zone", "timestamptz"],
]);

/** Looks a declared type up; a type that is not in the table is refused, never left out. */
export function postgresType(type: TypeName): PostgresType | RefusedType {
  const base = POSTGRES_ALIASES.get(type.name) ?? type.name;
  const name = spelling(base, type);
  const refuse = (refused: string): RefusedType => ({ name, refused });
  if (base === "array") return arrayType(name, type.element);
  const row = rowOf(base, type);
  if (row === undefined) return refuse(refusedTypeReason(base));
  if (typeof row === "string") return refuse(row);
  return {
    name,
    wire: row.wire,
    bronze: row.bronze,
    state: row.state,
    cast: row.cast ?? casts.unchanged,
    toastable: row.placeholder !== undefined,
    placeholder: row.placeholder ?? null,
    losses: (row.losses ?? []).map(lossOf),
  };
}

function arrayType(name: string, element: TypeName | undefined): PostgresType | RefusedType {
  if (element === undefined) return { name, refused: "an array needs the type of its elements" };
  const base = POSTGRES_ALIASES.get(element.name) ?? element.name;
  if (base === "array") return { name, refused: NO_WAY.dimensions };
  if (element.databaseName !== undefined && base !== "enum") return { name, refused: NO_WAY.domainArray };
  const row = rowOf(base, element);
  if (row === undefined || typeof row === "string" || row.inArray === undefined) {
    return { name, refused: `Debezium leaves out arrays of \`${spelling(base, element)}\`` };
  }
  const { json, cast, placeholder } = row.inArray;
  return {
    name,
    wire: "JSON list",
    bronze: "varchar",
    state: `array(${row.state})`,
    cast: casts.list(json, cast),
    toastable: true,
    placeholder: placeholder ?? null,
    losses: [...(row.losses ?? []), "dimensions" as const].map(lossOf),
  };
}

/** The row of a type with its arguments, or the reason why there is none. */
function rowOf(base: string, type: TypeName): Row | string | undefined {
  if (base === "numeric") return numericRow(type);
  if (base === "bit") return bitRow(type.args?.[0] ?? 1);
  if (base === "varbit") return bitRow(type.args?.[0] ?? Number.POSITIVE_INFINITY);
  return Object.hasOwn(POSTGRES_TYPES, base) ? POSTGRES_TYPES[base] : undefined;
}

/**
 * A number that fits a type of 38 digits takes at most 24 bytes, which PostgreSQL never stores apart from its row.
 */
function numericRow(type: TypeName): Row | string {
  const wire = "text of a number, `NAN`, `POSITIVE_INFINITY`";
  const row = (state: string, cast: Cast, losses: readonly LossSlug[]): Row =>
    text(wire, { state, cast, losses, inArray: { json: "varchar", cast } });
  const [precision, scale = 0] = type.args ?? [];
  if (type.as !== undefined) {
    const state = trinoSpelling(type.as);
    if (state === "double" || state === "real") return row(state, casts.floating(state), ["rounding"]);
    if (type.as.name === "decimal")
      return row(state, casts.freeDecimal(state), ["nan", "infinity", "overflow", "rounding"]);
    return `a numeric becomes a decimal, a double or a real, not \`${state}\``;
  }
  if (precision === undefined) return NO_WAY.freeNumeric;
  const digits = scale < 0 ? precision - scale : Math.max(precision, scale);
  if (digits > 38) return NO_WAY.longNumeric;
  const state = `decimal(${digits},${Math.max(scale, 0)})`;
  return row(state, casts.declaredDecimal(state), ["nan"]);
}

/** `bit(1)` and `varbit(1)` are booleans; longer ones are bytes, the lowest first. Up to 128 bits are never stored apart. */
function bitRow(length: number): Row {
  if (length === 1) return { wire: "boolean", bronze: "boolean", state: "boolean" };
  const row: Row = {
    wire: "base64, lowest byte first",
    bronze: "varbinary",
    state: "varbinary",
    losses: ["bit-length"],
  };
  return length <= 128 ? row : { ...row, placeholder: null };
}

function lossOf(slug: LossSlug): Loss {
  return { slug, text: LOSSES[slug] };
}

function spelling(base: string, type: TypeName): string {
  if (base === "array")
    return type.element === undefined ? "array" : `${spelling(type.element.name, type.element)}[]`;
  if (type.databaseName !== undefined) return type.databaseName;
  return type.args === undefined || type.args.length === 0 ? base : `${base}(${type.args.join(",")})`;
}

function trinoSpelling(type: TypeName): string {
  return type.args === undefined || type.args.length === 0
    ? type.name
    : `${type.name}(${type.args.join(",")})`;
}

function whole(state: "integer" | "bigint"): Row {
  const cast = state === "integer" ? { cast: casts.toType("integer") } : {};
  return { wire: "number", bronze: "bigint", state, ...cast, inArray: { json: state } };
}
