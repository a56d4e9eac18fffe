import { pythonString } from "../../text/python.ts";

/**
 * A text in pieces whose literals take at most `room` columns: cut behind line feeds, else behind spaces, else behind
 * other marks, else anywhere. Put together again, the pieces are the text. A long list without spaces, as connectors
 * take them, stands one item a line, so that two branches may each add one.
 */
export function textPieces(text: string, room: number): readonly string[] {
  if (columnsOf(sizeOf(text)) > room && /^[^\s]*,[^\s]*$/.test(text))
    return text.split(/(?<=[,|(])/).flatMap((item) => fitted(item, room));
  return text.split(/(?<=\n)/).flatMap((line) => fitted(line, room));
}

function fitted(line: string, room: number): readonly string[] {
  if (columnsOf(sizeOf(line)) <= room) return [line];
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
  let size = EMPTY;
  for (const part of parts) {
    const longer = sum(size, sizeOf(part));
    if (columnsOf(longer) <= room) {
      current += part;
      size = longer;
      continue;
    }
    if (current !== "") pieces.push(current);
    const [...cut] = fitted(part, room);
    current = cut.pop() ?? "";
    size = sizeOf(current);
    pieces.push(...cut);
  }
  return [...pieces, current];
}

/** What a text takes in a literal; sizes of texts add up, columns do not, since the quotes depend on the whole. */
interface Size {
  /** Columns of everything but quotes. */
  readonly other: number;
  readonly doubles: number;
  readonly singles: number;
}

const EMPTY: Size = { other: 0, doubles: 0, singles: 0 };

function sizeOf(text: string): Size {
  const doubles = text.split('"').length - 1;
  const singles = text.split("'").length - 1;
  const bare = doubles + singles === 0 ? text : text.replace(/["']/g, "");
  return { other: pythonString(bare).length - 2, doubles, singles };
}

function sum(a: Size, b: Size): Size {
  return { other: a.other + b.other, doubles: a.doubles + b.doubles, singles: a.singles + b.singles };
}

/** Columns of the literal: the rarer kind of quotes is written around it and escaped inside, see `pythonString`. */
function columnsOf({ other, doubles, singles }: Size): number {
  return 2 + other + doubles + singles + Math.min(doubles, singles);
}
