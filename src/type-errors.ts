import { CODES } from "../compiler/diagnostics/codes.ts";
import { type Diagnostic, diagnose } from "../compiler/diagnostics/diagnostic.ts";
import type { Mark } from "../compiler/diagnostics/mark.ts";

const LINE = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/u;

/** The errors that `tsc --pretty false` printed; indented lines go on with the one before. */
export function parseTypeErrors(text: string): readonly Diagnostic[] {
  const found: { at: Mark; lines: string[]; code: string }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const match = LINE.exec(line);
    if (match !== null)
      found.push({ at: markOf(match[1], match[2], match[3]), lines: [match[5] ?? ""], code: match[4] ?? "" });
    else if (/^\s+\S/u.test(line)) found.at(-1)?.lines.push(line);
  }
  return found.map(({ at, lines, code }) =>
    diagnose("ODP0090", CODES.ODP0090, {
      at,
      message: `${lines[0]?.replace(/\.$/u, "") ?? ""} (${code})${lines
        .slice(1)
        .map((line) => `\n${line}`)
        .join("")}`,
    }),
  );
}

function markOf(file: string | undefined, line: string | undefined, column: string | undefined): Mark {
  if (file === undefined) return { kind: "project" };
  const at = { line: Number(line), column: Number(column) };
  return { kind: "place", place: { file, ...at, endLine: at.line, endColumn: at.column + 1 } };
}
