// Docstrings in the form that `ruff format` leaves alone and `inspect.cleandoc` reads back.
import { pythonString } from "./python.ts";

/**
 * A docstring for a block indented by `indent` columns; 0 for a module. Always at least `"""` and `"""`.
 * Documentation keeps its words and its relative indentation, not its odd white space: see `tidyText`.
 */
export function pythonDocstring(text: string, indent = 0): string {
  const lines = tidyText(text).map((line, index) =>
    index === 0 || line === "" ? escapeLine(line) : " ".repeat(indent) + escapeLine(line),
  );
  const body = lines.join("\n").replace(OUTER_QUOTE, '\\"');
  const close = lines.length > 1 ? `\n${" ".repeat(indent)}` : "";
  return `"""${body}${close}"""`;
}

/**
 * What a docstring keeps of a text: lines without trailing white space, no blank line at either end, the first
 * line flush, the others moved left together until one of them is flush; tabs and exotic spaces are spaces.
 */
export function tidyText(text: string): readonly string[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(WHITE_SPACE, " ")
    .split("\n")
    .map((line) => line.replace(/ +$/, ""));
  const first = lines.findIndex((line) => line !== "");
  if (first < 0) return [""];
  const last = lines.findLastIndex((line) => line !== "");
  const [head = "", ...rest] = lines.slice(first, last + 1);
  const margins = rest.filter((line) => line !== "").map((line) => line.search(/[^ ]/));
  const margin = margins.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return [head.replace(/^ +/, ""), ...rest.map((line) => line.slice(Math.min(margin, line.length)))];
}

/** Quotes that would lean on the closing ones or on each other. */
const OUTER_QUOTE = /^"|"(?="|$)/g;

// Every character but the line feed that Python's `str.isspace` accepts, since `cleandoc` strips those.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject here
const WHITE_SPACE = /[\t\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/** The escapes of a string literal, with both kinds of quote left as they are. */
function escapeLine(line: string): string {
  return line.replace(/[^ !#-[\]-~"]+/gu, (run) => pythonString(run).slice(1, -1));
}
