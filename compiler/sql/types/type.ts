/**
 * A type of Trino 476. Types are made once each and shared: two types are the same if they are the same object. What
 * is not known has no type: `undefined` wherever a type may be missing.
 */
export interface Type {
  /** `decimal`, `timestamp with time zone`, `array`; in lower case. */
  readonly base: string;
  /** Precision and scale, length; a `varchar` without length has none. */
  readonly numbers: readonly number[];
  /** Element of an array, key and value of a map, fields of a row, arguments and result of a function. */
  readonly children: readonly Type[];
  /** Names of a row's fields. */
  readonly names: readonly (string | undefined)[];
  /** As Trino prints it. */
  readonly text: string;
}

export const MAX_VARCHAR = 2147483647;
export const MAX_CHAR = 65536;
export const MAX_PRECISION = 38;

/** Bases that Trino does not print in lower case. Source: DESCRIBE OUTPUT. */
const DISPLAY_NAMES: ReadonlyMap<string, string> = new Map(
  // biome-ignore format: a list, not code
  [
    "HyperLogLog", "P4HyperLogLog", "SetDigest", "Geometry", "SphericalGeography", "BingTile", "KdbTree",
    "Classifier", "Regressor", "ObjectId", "JoniRegExp", "JsonPath", "CodePoints",
  ].map((name) => [name.toLowerCase(), name]),
);
const ZONE = " with time zone";
const NONE: readonly never[] = [];
const TYPES = new Map<string, Type>();

function shared(
  base: string,
  numbers: readonly number[],
  children: readonly Type[],
  names: readonly (string | undefined)[],
  text: string,
): Type {
  const known = TYPES.get(text);
  if (known !== undefined) return known;
  const type: Type = { base, numbers, children, names, text };
  TYPES.set(text, type);
  return type;
}

/** A type without fields: `bigint`, `decimal` with its two numbers, `timestamp with time zone` with its precision. */
export function scalar(base: string, ...numbers: readonly number[]): Type {
  const isUnbounded = base === "varchar" && numbers[0] === MAX_VARCHAR;
  return shared(
    base,
    isUnbounded ? NONE : numbers,
    NONE,
    NONE,
    scalarText(base, isUnbounded ? NONE : numbers),
  );
}

function scalarText(base: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return DISPLAY_NAMES.get(base) ?? base;
  const hasZone = base.endsWith(ZONE);
  const name = hasZone ? base.slice(0, -ZONE.length) : (DISPLAY_NAMES.get(base) ?? base);
  return `${name}(${numbers.join(",")})${hasZone ? ZONE : ""}`;
}

/** `array(t)`, `map(k, v)`, `qdigest(t)`, `function(a, result)`. */
export function nested(base: string, children: readonly Type[]): Type {
  const name = DISPLAY_NAMES.get(base) ?? base;
  return shared(base, NONE, children, NONE, `${name}(${children.map(({ text }) => text).join(", ")})`);
}

export function arrayOf(element: Type): Type {
  return nested("array", [element]);
}

export function mapOf(key: Type, value: Type): Type {
  return nested("map", [key, value]);
}

export function rowOf(children: readonly Type[], names: readonly (string | undefined)[]): Type {
  const fields = children.map(({ text }, index) => {
    const name = names[index];
    return name === undefined ? text : `${name} ${text}`;
  });
  return shared("row", NONE, children, names, `row(${fields.join(", ")})`);
}

export const BOOLEAN = scalar("boolean");
export const TINYINT = scalar("tinyint");
export const SMALLINT = scalar("smallint");
export const INTEGER = scalar("integer");
export const BIGINT = scalar("bigint");
export const REAL = scalar("real");
export const DOUBLE = scalar("double");
export const VARCHAR = scalar("varchar");
export const VARBINARY = scalar("varbinary");
export const DATE = scalar("date");
export const JSON_TYPE = scalar("json");
export const UUID = scalar("uuid");
export const IPADDRESS = scalar("ipaddress");
export const DAY_INTERVAL = scalar("interval day to second");
export const MONTH_INTERVAL = scalar("interval year to month");
/** Trino's own `unknown`: the type of `NULL`. */
export const NULL_TYPE = scalar("unknown");

export function decimal(precision: number, scale: number): Type {
  return scalar("decimal", precision, scale);
}

/** A `varchar` of at most so many characters; as long as can be, it is the one without length. */
export function varchar(length: number): Type {
  return length >= MAX_VARCHAR ? VARCHAR : scalar("varchar", length);
}

export function char(length: number): Type {
  return scalar("char", Math.min(length, MAX_CHAR));
}

export function timestamp(precision: number, hasZone: boolean): Type {
  return scalar(hasZone ? "timestamp with time zone" : "timestamp", precision);
}

export function time(precision: number, hasZone: boolean): Type {
  return scalar(hasZone ? "time with time zone" : "time", precision);
}

/** The numbers with which a type of this base can be told in full: the length of an unbounded `varchar` too. */
export function numbersOf(type: Type): readonly number[] {
  return type.base === "varchar" && type.numbers.length === 0 ? [MAX_VARCHAR] : type.numbers;
}

const INTEGERS: ReadonlySet<string> = new Set(["tinyint", "smallint", "integer", "bigint"]);
const NUMBERS: ReadonlySet<string> = new Set([...INTEGERS, "real", "double", "decimal"]);

export function isInteger({ base }: Type): boolean {
  return INTEGERS.has(base);
}

export function isNumber({ base }: Type): boolean {
  return NUMBERS.has(base);
}

export function isText({ base }: Type): boolean {
  return base === "varchar" || base === "char";
}

/** Types without `=`; a nested type has it if its parts do. Source: the types of Trino 476. */
const NOT_COMPARABLE: ReadonlySet<string> = new Set(
  // biome-ignore format: a list, not code
  [
    "hyperloglog", "p4hyperloglog", "qdigest", "tdigest", "setdigest", "function", "geometry", "sphericalgeography",
    "kdbtree", "classifier", "regressor", "joniregexp", "jsonpath", "codepoints", "color",
  ],
);
/** Comparable types without `<`. */
const NOT_ORDERABLE: ReadonlySet<string> = new Set(["map", "json", "bingtile"]);

export function isComparable(type: Type): boolean {
  return !NOT_COMPARABLE.has(type.base) && type.children.every(isComparable);
}

export function isOrderable(type: Type): boolean {
  return !NOT_COMPARABLE.has(type.base) && !NOT_ORDERABLE.has(type.base) && type.children.every(isOrderable);
}
