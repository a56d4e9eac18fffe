// Block-style YAML that reads as if written by hand and means the same to YAML 1.1 readers (PyYAML: dbt, Superset)
// and 1.2 readers (Kubernetes tools, the `yaml` package). No anchors, no folding, keys in the order given.
// A general library is over ten times slower and, by default, leaves `no`, `on`, `22:30` and `2026-01-01` bare.
import { hex } from "./hex.ts";
import { hasLoneSurrogate, unencodable } from "./unencodable.ts";

/** A value of YAML; a `Map` is a mapping whose key order matters even where keys look like numbers. */
export type YamlValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | YamlFlow
  | readonly YamlValue[]
  | ReadonlyMap<string, YamlValue>
  | { readonly [key: string]: YamlValue };

interface YamlFlow {
  readonly [flowMark]: YamlValue;
}

const flowMark: unique symbol = Symbol("YAML in flow style");

/** Puts a short list or mapping on one line: `flow(["a", "b"])` is written `[a, b]`. */
export function flow(value: readonly YamlValue[] | ReadonlyMap<string, YamlValue>): YamlFlow {
  return { [flowMark]: value };
}

/** A YAML document, ended by a line feed. */
export function yaml(value: YamlValue): string {
  const text = block(value, "\n", false);
  return text.startsWith("\n") ? `${text.slice(1)}\n` : `${text.trimStart()}\n`;
}

/**
 * A value behind its key or dash, with the space or line break that parts them. `lineBreak` is a line feed and
 * the indentation of the parent; the first line of a mapping stays on the line of the parent's dash.
 */
function block(value: YamlValue, lineBreak: string, afterDash: boolean): string {
  if (typeof value === "string") return ` ${text(value, lineBreak)}`;
  if (typeof value !== "object" || value === null) return ` ${scalar(value)}`;
  if (isFlow(value)) return ` ${flowText(value[flowMark])}`;
  const nested = `${lineBreak}  `;
  let out = "";
  if (isList(value)) {
    for (const item of value) {
      out += afterDash && out === "" ? " -" : `${lineBreak}-`;
      out += block(item, nested, true);
    }
    return out === "" ? " []" : out;
  }
  for (const [key, item] of isMap(value) ? value : Object.entries(value)) {
    out += afterDash && out === "" ? " " : lineBreak;
    out += `${keyText(key)}:${block(item, nested, false)}`;
  }
  return out === "" ? " {}" : out;
}

function isFlow(value: object): value is YamlFlow {
  return flowMark in value;
}

function isList(value: object): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMap(value: object): value is ReadonlyMap<string, YamlValue> {
  return value instanceof Map;
}

function flowText(value: YamlValue): string {
  if (typeof value === "string") return FLOW_PLAIN.test(value) && !isWord(value) ? value : quoted(value);
  if (typeof value !== "object" || value === null) return scalar(value);
  if (isFlow(value)) return flowText(value[flowMark]);
  if (isList(value)) return `[${value.map(flowText).join(", ")}]`;
  const entries = isMap(value) ? [...value] : Object.entries(value);
  return `{${entries.map(([key, item]) => `${flowText(shortKey(key))}: ${flowText(item)}`).join(", ")}}`;
}

function keyText(key: string): string {
  return isPlain(shortKey(key)) ? key : quoted(key);
}

/** PyYAML wants the colon of a key within 1,024 characters; an escape takes up to ten. */
function shortKey(key: string): string {
  if (key.length > 100 && quoted(key).length > 1000)
    unencodable("a YAML key", `it has ${key.length} characters`);
  return key;
}

function text(value: string, lineBreak: string): string {
  if (isPlain(value)) return value;
  if (!LITERAL.test(value) || value.endsWith("\n\n")) return quoted(value);
  const body = value.endsWith("\n") ? value.slice(0, -1) : value;
  const inner = lineBreak === "\n" ? "\n  " : lineBreak;
  const lines = body.split("\n").map((line) => (line === "" ? "\n" : inner + line));
  return `${value.endsWith("\n") ? "|" : "|-"}${lines.join("")}`;
}

function isPlain(value: string): boolean {
  return (NAME.test(value) || (PLAIN_START.test(value) && !NOT_PLAIN.test(value))) && !isWord(value);
}

function isWord(value: string): boolean {
  return (value.length <= 5 && WORDS.has(value)) || EXPONENT.test(value);
}

function scalar(value: null | boolean | number | bigint): string {
  if (typeof value !== "number") return String(value);
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  if (Object.is(value, -0)) return "-0.0";
  const digits = String(value);
  // YAML 1.1 sees a float only with a point in it.
  return digits.includes("e") && !digits.includes(".") ? digits.replace("e", ".0e") : digits;
}

/** Double quotes, or single quotes where they save escapes. */
function quoted(value: string): string {
  if (UNPRINTABLE.test(value)) {
    // PyYAML on libyaml, as dbt uses it, refuses their escapes.
    if (hasLoneSurrogate(value)) unencodable("YAML", "it holds a lone surrogate");
    return `"${value.replace(ESCAPED, escapeCharacter)}"`;
  }
  if (!value.includes('"') && !value.includes("\\")) return `"${value}"`;
  return value.includes("'") ? `"${value.replace(ESCAPED, escapeCharacter)}"` : `'${value}'`;
}

// Plain scalars start with a letter or one of `_ / $ (` and hold no `: `, ` #`, line break or odd character. What
// starts with a digit, a sign or a point may be a number, a time or a date for some reader, and is quoted.
const PLAIN_START = /^[A-Za-z_/$(\u00c0-\u02af\u0370-\u03ff\u0400-\u052f]/;
const NOT_PLAIN =
  /[^ -~\u00a1-\u00ac\u00ae-\u02af\u0370-\u03ff\u0400-\u052f\u2010-\u2015\u2018-\u201e]|:(?: |$)| #| $/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const FLOW_PLAIN = /^[A-Za-z_][A-Za-z0-9_./-]*$/;

/** Bare words that some reader takes for a boolean or for nothing: YAML 1.1 in every usual spelling. */
const WORDS: ReadonlySet<string> = new Set(
  ["y", "n", "yes", "no", "true", "false", "on", "off", "null"].flatMap((word) => [
    word,
    word.toUpperCase(),
    word.slice(0, 1).toUpperCase() + word.slice(1),
  ]),
);

/** The `yaml` package in its mode 1.1 takes an exponent alone for a float. */
const EXPONENT = /^[eE][-+]?\d+$/;

// Several lines, printable, none of them blank but not empty, the first one not indented, at most one line feed at
// the end. Everything else has a corner case in one of the readers.
const PRINTABLE =
  "!-~\\u00a1-\\u00ac\\u00ae-\\u061b\\u061d-\\u167f\\u1681-\\u180d\\u180f-\\u1fff\\u2010-\\u2027\\u2030-\\u205e" +
  "\\u2070-\\u2fff\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufefe\\uff00-\\uffef";
const LINE = `(?: *[${PRINTABLE}][ ${PRINTABLE}\\t]*)?`;
const LITERAL = new RegExp(`^[${PRINTABLE}][ ${PRINTABLE}\\t]*(?:\\n${LINE})+$`);
const UNPRINTABLE = new RegExp(`[^ ${PRINTABLE}]`);
const ESCAPED = new RegExp(`[^ ${PRINTABLE}]|["\\\\]`, "gu");

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x100) return `\\x${hex(codePoint, 2)}`;
  return codePoint < 0x10000 ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`;
}
