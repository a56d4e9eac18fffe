import type { Place } from "./mark.ts";

/** A line of a code frame: the margin with the line's number, and the text or the carets below it. */
export interface FrameLine {
  readonly kind: "code" | "carets";
  readonly margin: string;
  readonly text: string;
}

const MAX_WIDTH = 160;
const TAB = "  ";

/** The first line of a place, with carets under it. Long lines are cut around the place. */
export function codeFrame(text: string, place: Place): readonly FrameLine[] {
  const line = text.split("\n", place.line)[place.line - 1]?.replace(/\r$/u, "");
  if (line === undefined || line.trim() === "") return [];
  const from = Math.min(place.column - 1, line.length);
  const to = place.endLine > place.line ? line.length : Math.min(place.endColumn - 1, line.length);
  const cut = from > MAX_WIDTH / 2 ? from - MAX_WIDTH / 4 : 0;
  const shown = line.slice(cut, cut + MAX_WIDTH);
  const before = visible(line.slice(cut, from));
  const carets = Math.max(1, Math.min(width(visible(line.slice(from, to))), MAX_WIDTH - width(before)));
  const number = String(place.line);
  return [
    { kind: "code", margin: `${number} | `, text: `${cut > 0 ? "…" : ""}${visible(shown)}` },
    {
      kind: "carets",
      margin: `${" ".repeat(number.length)} | `,
      text: `${" ".repeat(width(before) + (cut > 0 ? 1 : 0))}${"^".repeat(carets)}`,
    },
  ];
}

/** Tabs widened, and control characters shown as such, so that a source file cannot speak to the terminal. */
function visible(text: string): string {
  return text.replaceAll("\t", TAB).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** Columns of a terminal: East Asian and emoji characters take two, combining ones none. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /\p{M}/u.test(character)
      ? 0
      : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
            character,
          )
        ? 2
        : 1;
  return columns;
}
