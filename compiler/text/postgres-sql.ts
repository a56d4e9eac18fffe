// PostgreSQL. Texts are read the same with `standard_conforming_strings` on and off.
import { POSTGRES_RESERVED_WORDS } from "../facts/postgres-reserved-words.ts";
import { hex } from "./hex.ts";
import { hasLoneSurrogate, unencodable } from "./unencodable.ts";

/** The longest name PostgreSQL keeps, in bytes of UTF-8; longer ones it cuts off with no more than a notice. */
export const POSTGRES_NAME_BYTES = 63;

/** An identifier: bare if it is lower-case and not a key word, else in double quotes. */
export function postgresIdentifier(name: string): string {
  if (BARE.test(name) && !POSTGRES_RESERVED_WORDS.has(name)) return name;
  if (name === "") unencodable("a PostgreSQL identifier", "it is empty");
  refuseUnstorable(name, "a PostgreSQL identifier");
  return `"${name.replaceAll('"', '""')}"`;
}

/** A dotted name: `postgresName("public", "orders")`. */
export function postgresName(...parts: readonly string[]): string {
  return parts.map(postgresIdentifier).join(".");
}

/**
 * A string literal. A backslash means itself or an escape, depending on a setting of the server, except in
 * `E'..'`: text with a backslash or a control character takes that form, as `quote_literal` does.
 */
export function postgresString(text: string): string {
  refuseUnstorable(text, "a PostgreSQL string");
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return HAZARD.test(text) ? `E${quoted.replace(HAZARD_ALL, escapeCharacter)}` : quoted;
}

const BARE = /^[a-z_][a-z0-9_]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject here
const HAZARD = /[\\\x01-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const HAZARD_ALL = new RegExp(HAZARD, "g");

function refuseUnstorable(text: string, language: string): void {
  if (text.includes("\0")) unencodable(language, "it holds a NUL");
  if (hasLoneSurrogate(text)) unencodable(language, "it holds a lone surrogate");
}

function escapeCharacter(character: string): string {
  return character === "\\" ? "\\\\" : `\\u${hex(character.charCodeAt(0), 4)}`;
}
