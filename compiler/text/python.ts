// Python literals as `ruff format --line-length 110` leaves them, so that emitted files need no formatter.
// Everything is ASCII: the reader's locale, editor and terminal cannot change what the file means.
import { hex } from "./hex.ts";
import { unencodable } from "./unencodable.ts";

/**
 * A value that Python can hold as a literal. A `Map` is a dict whose key order matters; arrays are lists.
 * Whole numbers become `int`, others `float`; NaN and the infinities become `float("nan")` and so on.
 */
export type PythonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PythonTuple
  | PythonName
  | PythonCall
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>
  | { readonly [key: string]: PythonValue };

interface PythonTuple {
  readonly [form]: "tuple";
  readonly items: readonly PythonValue[];
}

interface PythonName {
  readonly [form]: "name";
  readonly name: string;
}

interface PythonCall {
  readonly [form]: "call";
  readonly name: string;
  readonly positional: readonly PythonValue[];
  readonly keywords: readonly (readonly [string, PythonValue])[];
}

const form: unique symbol = Symbol("form of a Python value");

/** Where a literal will stand: columns of indentation, and columns taken before and after it on its line. */
export interface PythonPlace {
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
}

const LINE_LENGTH = 110;

/** A tuple: `(1, 2)`, `(1,)`, `()`. */
export function pythonTuple(items: readonly PythonValue[]): PythonTuple {
  return { [form]: "tuple", items };
}

/** A name the emitted file defines or imports, such as `timedelta` or `DAG.owner`. Not for text of the user. */
export function pythonName(name: string): PythonName {
  return { [form]: "name", name: dotted(name) };
}

/** A call, such as `timedelta(minutes=5)`; keywords keep their order. */
export function pythonCall(
  name: string,
  positional: readonly PythonValue[],
  keywords: Readonly<Record<string, PythonValue>> = {},
): PythonCall {
  const pairs = Object.entries(keywords);
  for (const [key] of pairs) {
    if (!isPythonIdentifier(key)) unencodable("a Python keyword argument", JSON.stringify(key));
  }
  return { [form]: "call", name: dotted(name), positional, keywords: pairs };
}

/** A Python literal, on one line if it fits, else one item a line with a trailing comma. */
export function python(value: PythonValue, place: PythonPlace = {}): string {
  const indent = place.indent ?? 0;
  return layout(value, indent, LINE_LENGTH - indent - (place.before ?? 0) - (place.after ?? 0));
}

/**
 * A Python string literal: double quotes, unless single quotes need fewer escapes.
 * Surrogate pairs become one `\U` escape; a lone surrogate becomes `\udXXX`, which Python reads as itself.
 */
export function pythonString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  return quote + text.replace(SPECIAL, (character) => escapeCharacter(character, quote)) + quote;
}

/** True for an ASCII Python identifier that is not a keyword. */
export function isPythonIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !KEYWORDS.has(name);
}

const PLAIN = /^[ !#-[\]-~]*$/;
const SPECIAL = /["'\\]|[^ -~]/gu;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Source: Python 3.11 to 3.14, `keyword.kwlist`; soft keywords (`match`, `type`) are valid names. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for " +
    "from global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function escapeCharacter(character: string, quote: string): string {
  if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
  return SHORT_ESCAPES.get(character) ?? escapeCodePoint(character.codePointAt(0) ?? 0);
}

function escapeCodePoint(codePoint: number): string {
  if (codePoint < 0x100) return `\\x${hex(codePoint, 2)}`;
  return codePoint < 0x10000 ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`;
}

function dotted(name: string): string {
  if (!name.split(".").every(isPythonIdentifier)) unencodable("a Python name", JSON.stringify(name));
  return name;
}

/** `room` is what is left of the line for the value with everything around it. */
function layout(value: PythonValue, indent: number, room: number): string {
  const group = bracketed(value);
  if (group === undefined) return atom(value);
  const flat = flatten(group);
  if (flat.length <= room || group.items.length === 0) return flat;
  const inner = indent + 4;
  const lines = group.items.map(
    ({ label, item }) =>
      `${" ".repeat(inner)}${label}${layout(item, inner, LINE_LENGTH - inner - label.length - 1)},\n`,
  );
  return `${group.open}\n${lines.join("")}${" ".repeat(indent)}${group.close}`;
}

interface Group {
  readonly open: string;
  readonly close: string;
  readonly items: readonly { readonly label: string; readonly item: PythonValue }[];
  /** A tuple of one keeps its comma on one line too. */
  readonly loneComma: boolean;
}

function flatten(group: Group): string {
  const items = group.items.map(({ label, item }) => {
    const inner = bracketed(item);
    return label + (inner === undefined ? atom(item) : flatten(inner));
  });
  return `${group.open}${items.join(", ")}${group.loneComma ? "," : ""}${group.close}`;
}

function bracketed(value: PythonValue): Group | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isList(value)) return group("[", value.map(unlabelled), "]");
  if (isMap(value)) return group("{", [...value].map(entry), "}");
  if (!isForm(value)) return group("{", Object.entries(value).map(entry), "}");
  if (value[form] === "tuple") {
    return { ...group("(", value.items.map(unlabelled), ")"), loneComma: value.items.length === 1 };
  }
  if (value[form] === "name") return undefined;
  const keywords = value.keywords.map(([key, item]) => ({ label: `${key}=`, item }));
  return group(`${value.name}(`, [...value.positional.map(unlabelled), ...keywords], ")");
}

function group(open: string, items: Group["items"], close: string): Group {
  return { open, close, items, loneComma: false };
}

function unlabelled(item: PythonValue): { readonly label: string; readonly item: PythonValue } {
  return { label: "", item };
}

function entry([key, item]: readonly [string, PythonValue]): Group["items"][number] {
  return { label: `${pythonString(key)}: `, item };
}

function isList(value: object): value is readonly PythonValue[] {
  return Array.isArray(value);
}

function isMap(value: object): value is ReadonlyMap<string, PythonValue> {
  return value instanceof Map;
}

function isForm(value: object): value is PythonTuple | PythonName | PythonCall {
  return form in value;
}

function atom(value: PythonValue): string {
  if (typeof value === "string") return pythonString(value);
  if (typeof value === "number") return pythonNumber(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value !== null && isForm(value) && value[form] === "name") return value.name;
  return "None";
}

function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  if (Object.is(value, -0)) return "-0.0";
  return String(value).replace("e+", "e");
}
