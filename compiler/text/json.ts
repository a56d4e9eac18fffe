// JSON for files: two spaces, keys as given, a final line feed.
// `JSON.stringify` alone moves keys that look like numbers to the front; a `Map` keeps them where they are.
import { unencodable } from "./unencodable.ts";

/** A value of JSON; a `Map` is an object whose key order matters even where keys look like numbers. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>
  | { readonly [key: string]: JsonValue };

/** A JSON file, ended by a line feed. */
export function json(value: JsonValue): string {
  // The engine's own writer is many times faster, and large graphs are written by it.
  return `${isPlain(value) ? escaped(JSON.stringify(value, null, 2)) : layout(value, "\n")}\n`;
}

/** JSON on one line, without spaces and without a line feed, for use inside another file. */
export function jsonLine(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  if (isList(value)) return `[${value.map(jsonLine).join(",")}]`;
  return `{${entries(value)
    .map(([key, item]) => `${jsonString(key)}:${jsonLine(item)}`)
    .join(",")}}`;
}

/**
 * JSON that reads well inside another file: lists and objects that fit into `width` characters stand on one line, the
 * others have an item a line. Without a final line feed.
 */
export function jsonFitted(value: JsonValue, width = 100): string {
  return fitted(value, "\n", 0, width);
}

/** A JSON string; the line separators that JavaScript once refused in literals are escaped. */
export function jsonString(text: string): string {
  return escaped(JSON.stringify(text));
}

function escaped(written: string): string {
  return SEPARATOR.test(written)
    ? written.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")
    : written;
}

const SEPARATOR = /[\u2028\u2029]/;

/** Whether `JSON.stringify` writes the value as this module does: no map, and only numbers that it keeps. */
function isPlain(value: JsonValue): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return true;
  if (isList(value)) return value.every(isPlain);
  return !isMap(value) && Object.values(value).every(isPlain);
}

function layout(value: JsonValue, lineBreak: string): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  const inner = `${lineBreak}  `;
  if (isList(value)) {
    if (value.length === 0) return "[]";
    return `[${inner}${value.map((item) => layout(item, inner)).join(`,${inner}`)}${lineBreak}]`;
  }
  const lines = entries(value).map(([key, item]) => `${jsonString(key)}: ${layout(item, inner)}`);
  return lines.length === 0 ? "{}" : `{${inner}${lines.join(`,${inner}`)}${lineBreak}}`;
}

function fitted(value: JsonValue, lineBreak: string, before: number, width: number): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  const flat = spaced(value);
  if (lineBreak.length - 1 + before + flat.length <= width) return flat;
  const inner = `${lineBreak}  `;
  const items = isList(value)
    ? value.map((item) => fitted(item, inner, 0, width))
    : entries(value).map(([key, item]) => {
        const name = `${jsonString(key)}: `;
        return name + fitted(item, inner, name.length, width);
      });
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return `${open}${inner}${items.join(`,${inner}`)}${lineBreak}${close}`;
}

function spaced(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  if (isList(value)) return `[${value.map(spaced).join(", ")}]`;
  const items = entries(value).map(([key, item]) => `${jsonString(key)}: ${spaced(item)}`);
  return `{${items.join(", ")}}`;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isMap(value: object): value is ReadonlyMap<string, JsonValue> {
  return value instanceof Map;
}

function entries(
  value: ReadonlyMap<string, JsonValue> | { readonly [key: string]: JsonValue },
): readonly (readonly [string, JsonValue])[] {
  return isMap(value) ? [...value] : Object.entries(value);
}

function scalar(value: null | boolean | number | string): string {
  if (typeof value === "string") return jsonString(value);
  if (typeof value === "number" && !Number.isFinite(value)) unencodable("JSON", String(value));
  return Object.is(value, -0) ? "-0" : String(value);
}
