// Trino SQL. Source of the grammar: trino-grammar 476, `SqlBase.g4`.
import { TRINO_RESERVED_WORDS } from "../facts/trino-reserved-words.ts";
import { hex } from "./hex.ts";
import { hasLoneSurrogate, unencodable } from "./unencodable.ts";

/** A value that becomes a Trino literal; a list becomes a parenthesised list. */
export type SqlValue = null | boolean | number | bigint | string | readonly SqlValue[];

/** An identifier: bare if it is lower-case and not reserved, else in double quotes. */
export function sqlIdentifier(name: string): string {
  if (BARE.test(name) && !TRINO_RESERVED_WORDS.has(name)) return name;
  if (name === "") unencodable("a Trino identifier", "it is empty");
  if (hasLoneSurrogate(name)) unencodable("a Trino identifier", "it holds a lone surrogate");
  return `"${name.replaceAll('"', '""')}"`;
}

/** A dotted name: `sqlName("lake", "bronze", "shop_orders")`. */
export function sqlName(...parts: readonly string[]): string {
  return parts.map(sqlIdentifier).join(".");
}

/**
 * A string literal. Characters that a file, an editor or a reviewer may not show as they are (control characters
 * but tab and line feed, marks that change the writing direction) are written as `U&'\0007'`.
 */
export function sqlString(text: string): string {
  if (hasLoneSurrogate(text)) unencodable("a Trino string", "it holds a lone surrogate");
  const quoted = `'${text.replaceAll("'", "''")}'`;
  if (!INVISIBLE.test(text)) return quoted;
  const escaped = quoted.replaceAll("\\", "\\\\").replace(INVISIBLE_ALL, escapeCharacter);
  return `U&${escaped}`;
}

/**
 * A number. Whole numbers are `integer` or `bigint`, beyond them `decimal`; other numbers are `decimal` as
 * written (`0.5`) or, where JavaScript needs an exponent, `double` (`1E-7`). NaN is `nan()`.
 */
export function sqlNumber(value: number | bigint): string {
  if (typeof value === "bigint") return wholeNumber(value);
  if (Number.isNaN(value)) return "nan()";
  if (!Number.isFinite(value)) return value > 0 ? "infinity()" : "-infinity()";
  if (Number.isSafeInteger(value)) return String(value + 0);
  const text = String(value);
  return /[.e]/.test(text) ? text.replace("e+", "E").replace("e", "E") : wholeNumber(BigInt(value));
}

/** A literal that may stand anywhere in an expression: `a - ${-1}` must not become the comment `a --1`. */
export function sqlLiteral(value: SqlValue): string {
  if (isList(value)) return sqlList(value);
  const text = sqlScalar(value);
  return text.startsWith("-") ? `(${text})` : text;
}

/** A parenthesised list: `('a', 'b')`. An empty list has no form in SQL. */
export function sqlList(values: readonly SqlValue[]): string {
  if (values.length === 0) unencodable("a SQL list", "it is empty");
  return `(${values.map((value) => (isList(value) ? sqlList(value) : sqlScalar(value))).join(", ")})`;
}

/** `date '2026-01-31'`. */
export function sqlDate(isoDate: string): string {
  if (!DATE.test(isoDate)) unencodable("a Trino date", JSON.stringify(isoDate));
  return `date '${isoDate}'`;
}

/** `timestamp '2026-01-31 06:00:00'`, with a zone (`UTC`, `Africa/Nairobi`, `+03:00`) if one is given. */
export function sqlTimestamp(localTime: string, zone = ""): string {
  if (!TIMESTAMP.test(localTime)) unencodable("a Trino timestamp", JSON.stringify(localTime));
  if (zone !== "" && !ZONE.test(zone)) unencodable("a Trino time zone", JSON.stringify(zone));
  return `timestamp '${localTime.replace("T", " ")}${zone === "" ? "" : ` ${zone}`}'`;
}

/** Line comments; every kind of line break starts another one. */
export function sqlComment(text: string): string {
  return text
    .split(LINE_BREAK)
    .map((line) => `-- ${line}`.trimEnd())
    .join("\n");
}

const BARE = /^[a-z_][a-z0-9_]*$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const TIMESTAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,12})?$/;
const ZONE = /^(?:[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*|[+-]\d\d:\d\d)$/;
const LINE_BREAK = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject here
const INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const INVISIBLE_ALL = new RegExp(INVISIBLE, "g");
const GREATEST_BIGINT = 9223372036854775807n;

function isList(value: SqlValue): value is readonly SqlValue[] {
  return Array.isArray(value);
}

function sqlScalar(value: Exclude<SqlValue, readonly SqlValue[]>): string {
  if (typeof value === "string") return sqlString(value);
  if (typeof value === "number" || typeof value === "bigint") return sqlNumber(value);
  return value === null ? "null" : String(value);
}

function wholeNumber(value: bigint): string {
  if (value <= GREATEST_BIGINT && value >= -GREATEST_BIGINT - 1n) return value.toString();
  const digits = value.toString().replace("-", "").length;
  if (digits > 38) unencodable("a Trino decimal", `it has ${digits} digits, 38 are possible`);
  return `decimal '${value}'`;
}

function escapeCharacter(character: string): string {
  return `\\${hex(character.charCodeAt(0), 4)}`;
}
