// Java .properties files, read by `java.util.Properties.load` from Latin-1 bytes: everything here is ASCII.
import { hex } from "./hex.ts";
import { unencodable } from "./unencodable.ts";

/** A value that Trino reads from its environment: `${ENV:NAME}`. */
export interface EnvironmentReference {
  readonly environment: string;
}

export type PropertyEntries = Iterable<readonly [string, string]>;
export type TrinoPropertyEntries = Iterable<readonly [string, string | EnvironmentReference]>;

/** A .properties file, one `key=value` a line, in the order given. */
export function properties(entries: PropertyEntries): string {
  let text = "";
  for (const [key, value] of entries) text += line(key, value);
  return text;
}

/**
 * A .properties file of Trino, which replaces `${PROVIDER:key}` in values and has no escape for it: a value with
 * `${` in it cannot be written. Source: airlift 336, `SecretsResolver`.
 */
export function trinoProperties(entries: TrinoPropertyEntries): string {
  let text = "";
  for (const [key, value] of entries)
    text += line(key, typeof value === "string" ? literal(value) : reference(value));
  return text;
}

/** True if Trino would, or might, replace a part of this value; such text of a user is reported by a check. */
export function hasTrinoPlaceholder(text: string): boolean {
  return text.includes("${");
}

const KEY_SPECIAL = /[^!-~]|[\\=:#!]/g;
const VALUE_SPECIAL = /[^ -~]|\\|^ |^[#!=:]/g;
const ENVIRONMENT_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\f", "\\f"],
]);

function line(key: string, value: string): string {
  return `${key.replace(KEY_SPECIAL, escapeCharacter)}=${value.replace(VALUE_SPECIAL, escapeCharacter)}\n`;
}

function literal(value: string): string {
  if (hasTrinoPlaceholder(value)) unencodable("a value of Trino's properties", "it holds `${`");
  return value;
}

function reference({ environment }: EnvironmentReference): string {
  if (!ENVIRONMENT_NAME.test(environment))
    unencodable("an environment variable", JSON.stringify(environment));
  return `\${ENV:${environment}}`;
}

function escapeCharacter(character: string): string {
  if (character >= " " && character <= "~") return `\\${character}`;
  return SHORT_ESCAPES.get(character) ?? `\\u${hex(character.charCodeAt(0), 4)}`;
}
