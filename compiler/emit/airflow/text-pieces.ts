import { pythonString } from "../../text/python.ts";

/**
 * A text in pieces whose literals take at most `room` columns: cut behind line feeds, else behind spaces, else behind
 * other marks, else anywhere. Put together again, the pieces are the text. A long list without spaces, as connectors
 * take them, stands one item a line, so that two branches may each add one.
 */
export function textPieces(text: string, room: number): readonly string[] {
  if (pythonString(text).length > room && /^[^\s]*,[^\s]*$/.test(text))
    return text.split(/(?<=[,|(])/).flatMap((item) => fitted(item, room));
  return text.split(/(?<=\n)/).flatMap((line) => fitted(line, room));
}

function fitted(line: string, room: number): readonly string[] {
  if (pythonString(line).length <= room) return [line];
  for (const marks of MARKS) {
    const parts = line.split(marks);
    if (parts.length > 1) return joined(parts, room);
  }
  return [line];
}

/** Where a line may be cut, the best places first. */
const MARKS: readonly RegExp[] = [/(?<= )/, /(?<=[,|;])/, /(?<=[./&?=_-])/, /(?:)/u];

/** As many parts as fit in each piece. */
function joined(parts: readonly string[], room: number): readonly string[] {
  const pieces: string[] = [];
  let current = "";
  for (const part of parts) {
    if (pythonString(current + part).length <= room) {
      current += part;
      continue;
    }
    if (current !== "") pieces.push(current);
    const [...cut] = fitted(part, room);
    current = cut.pop() ?? "";
    pieces.push(...cut);
  }
  return [...pieces, current];
}
