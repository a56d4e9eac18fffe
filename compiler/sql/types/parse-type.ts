import {
  arrayOf,
  char,
  decimal,
  MAX_CHAR,
  MAX_PRECISION,
  mapOf,
  nested,
  rowOf,
  scalar,
  type Type,
  time,
  timestamp,
  VARCHAR,
  varchar,
} from "./type.ts";

/** Types that stand by their name alone. Source: SHOW FUNCTIONS and the documentation of Trino 476. */
const PLAIN: ReadonlySet<string> = new Set(
  // biome-ignore format: a list, not code
  [
    "boolean", "tinyint", "smallint", "integer", "bigint", "real", "double", "varbinary", "date", "json", "uuid",
    "ipaddress", "interval day to second", "interval year to month", "unknown", "hyperloglog", "p4hyperloglog",
    "tdigest", "setdigest", "geometry", "sphericalgeography", "bingtile", "kdbtree", "regressor", "objectid",
    "joniregexp", "jsonpath", "codepoints", "color",
  ],
);
const ALIASES: Readonly<Record<string, string>> = { int: "integer", dec: "decimal", numeric: "decimal" };
const DEFAULT_TIME_PRECISION = 3;
export const MAX_TIME_PRECISION = 12;

/** A type without fields from its name and numbers; undefined when Trino 476 has no such type. */
export function typeNamed(written: string, numbers: readonly number[]): Type | undefined {
  const base = ALIASES[written] ?? written;
  const [first, second] = numbers;
  if (numbers.length === 0 && PLAIN.has(base)) return scalar(base);
  switch (base) {
    case "varchar":
      if (numbers.length > 1) return undefined;
      return first === undefined ? VARCHAR : varchar(first);
    case "char":
      return numbers.length > 1 || (first ?? 1) > MAX_CHAR ? undefined : char(first ?? 1);
    case "decimal":
      if (numbers.length > 2) return undefined;
      return isDecimal(first ?? MAX_PRECISION, second ?? 0)
        ? decimal(first ?? MAX_PRECISION, second ?? 0)
        : undefined;
    case "time":
    case "timestamp":
    case "time with time zone":
    case "timestamp with time zone": {
      const precision = first ?? DEFAULT_TIME_PRECISION;
      if (numbers.length > 1 || precision > MAX_TIME_PRECISION) return undefined;
      return (base.startsWith("timestamp") ? timestamp : time)(precision, base.endsWith("zone"));
    }
    default:
      return undefined;
  }
}

function isDecimal(precision: number, scale: number): boolean {
  return precision >= 1 && precision <= MAX_PRECISION && scale <= precision;
}

/** A type with types inside from its name; undefined when Trino 476 has no such type. */
export function nestedNamed(base: string, children: readonly Type[]): Type | undefined {
  const [first, second] = children;
  if (base === "array") return first && children.length === 1 ? arrayOf(first) : undefined;
  if (base === "map") return first && second && children.length === 2 ? mapOf(first, second) : undefined;
  if (base === "qdigest" || base === "classifier")
    return children.length === 1 ? nested(base, children) : undefined;
  return base === "function" && first !== undefined ? nested(base, children) : undefined;
}

const PARSED = new Map<string, Type | undefined>();

/** A type from its text as Trino prints it, `row(a integer, b varchar(3))`; undefined when it is none. */
export function parseType(text: string): Type | undefined {
  const known = PARSED.get(text);
  if (known !== undefined || PARSED.has(text)) return known;
  const reader = { text, at: 0 };
  const type = readType(reader);
  const result = reader.at === text.length ? type : undefined;
  PARSED.set(text, result);
  return result;
}

interface Reader {
  readonly text: string;
  at: number;
}

const WORD = /(?:interval day to second|interval year to month|double precision|[a-z0-9_]+)/iy;
const NUMBER = /\s*(\d+)\s*/y;
const FIELD_NAME = /(?:"((?:[^"]|"")+)"|([^\s(),"]+))\s+(?=\S)/y;
const ZONE = /\s*with(out)? time zone/iy;

function readType(r: Reader): Type | undefined {
  const word = eat(r, WORD)?.[0].toLowerCase();
  if (word === undefined) return undefined;
  const base = word === "double precision" ? "double" : word;
  if (base === "row") return readRow(r);
  const numbers: number[] = [];
  const children: Type[] = [];
  if (eatText(r, "(")) {
    do {
      const number = eat(r, NUMBER)?.[1];
      if (number !== undefined) numbers.push(Number(number));
      else {
        skipSpace(r);
        const child = readType(r);
        if (child === undefined) return undefined;
        children.push(child);
      }
    } while (eatText(r, ","));
    if (!eatText(r, ")")) return undefined;
  }
  if (children.length > 0) return numbers.length > 0 ? undefined : nestedNamed(base, children);
  const zone = base === "time" || base === "timestamp" ? eat(r, ZONE) : undefined;
  return typeNamed(zone && zone[1] === undefined ? `${base} with time zone` : base, numbers);
}

function readRow(r: Reader): Type | undefined {
  const children: Type[] = [];
  const names: (string | undefined)[] = [];
  if (!eatText(r, "(")) return undefined;
  do {
    skipSpace(r);
    const start = r.at;
    const name = eat(r, FIELD_NAME);
    let type = name === undefined ? undefined : readType(r);
    // Without a name, what looked like one was the start of the type: `interval day to second`.
    const isNamed = type !== undefined;
    if (type === undefined) {
      r.at = start;
      type = readType(r);
    }
    if (type === undefined) return undefined;
    children.push(type);
    names.push(isNamed ? (name?.[1]?.replaceAll('""', '"') ?? name?.[2]) : undefined);
  } while (eatText(r, ","));
  return eatText(r, ")") ? rowOf(children, names) : undefined;
}

function eat(r: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = r.at;
  const match = pattern.exec(r.text);
  if (match === null) return undefined;
  r.at += match[0].length;
  return match;
}

function eatText(r: Reader, text: string): boolean {
  skipSpace(r);
  if (!r.text.startsWith(text, r.at)) return false;
  r.at += text.length;
  return true;
}

function skipSpace(r: Reader): void {
  while (r.text.charCodeAt(r.at) === 32) r.at++;
}
