import type { Place } from "../diagnostics/mark.ts";

/** The place of the characters from `start` to `end` of a text. */
export function textPlace(file: string, text: string, start: number, end: number): Place {
  const from = lineAndColumn(text, start);
  const to = lineAndColumn(text, Math.max(start, end));
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** The whole file, as far as a place can say it: its first character. */
export function fileStart(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Line and column from 1 of an offset. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let begin = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    begin = at + 1;
  }
  return { line, column: offset - begin + 1 };
}

/** Offset of a line and column from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let begin = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const next = text.indexOf("\n", begin);
    if (next < 0) break;
    begin = next + 1;
  }
  return Math.min(text.length, begin + column - 1);
}
