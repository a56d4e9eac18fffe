import type { TokenKind } from "../tokens.ts";

/**
 * Which bracket closes which, found once before parsing: look-ahead past a parenthesis and recovery behind one
 * then cost one step, and no part of the text is read twice.
 */
export interface Brackets {
  /** For the token index of an opening bracket the index of its closing one, otherwise -1. */
  readonly closers: Int32Array;
  /** 1 at an opening parenthesis that holds a query, also one in further parentheses. */
  readonly holdsQuery: Uint8Array;
  /** False when some bracket is not closed or closes nothing: then `closers` may mislead. */
  readonly isBalanced: boolean;
}

export function matchBrackets(kinds: readonly TokenKind[]): Brackets {
  const closers = new Int32Array(kinds.length).fill(-1);
  const holdsQuery = new Uint8Array(kinds.length);
  const open: number[] = [];
  let openRound = 0;
  let openSquare = 0;
  let isBalanced = true;
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at];
    if (kind === "(" || kind === "[") {
      open.push(at);
      if (kind === "(") openRound++;
      else openSquare++;
    } else if (kind === ")" || kind === "]") {
      if ((kind === ")" ? openRound : openSquare) === 0) {
        isBalanced = false;
        continue;
      }
      const opener = kind === ")" ? "(" : "[";
      let last = open.pop() ?? 0;
      while (kinds[last] !== opener) {
        isBalanced = false;
        if (kinds[last] === "(") openRound--;
        else openSquare--;
        last = open.pop() ?? 0;
      }
      if (kind === ")") openRound--;
      else openSquare--;
      closers[last] = at;
      if (kind === ")" && startsQuery(kinds, last + 1, closers, holdsQuery)) holdsQuery[last] = 1;
    }
  }
  // What is never closed may still be a query; the innermost comes first.
  for (const last of [...open].reverse()) {
    if (kinds[last] === "(" && startsQuery(kinds, last + 1, closers, holdsQuery)) holdsQuery[last] = 1;
  }
  return { closers, holdsQuery, isBalanced: isBalanced && open.length === 0 };
}

/** Inner parentheses are closed before outer ones, so their answer is there when it is needed. */
function startsQuery(
  kinds: readonly TokenKind[],
  at: number,
  closers: Int32Array,
  holdsQuery: Uint8Array,
): boolean {
  const kind = kinds[at];
  if (kind === "(") {
    const closer = closers[at] ?? -1;
    return holdsQuery[at] === 1 && (closer === -1 || FOLLOWS_QUERY.has(kinds[closer + 1] ?? "end"));
  }
  return (
    kind === "SELECT" || kind === "WITH" || kind === "VALUES" || (kind === "TABLE" && kinds[at + 1] !== "(")
  );
}

const FOLLOWS_QUERY = new Set<TokenKind>([
  ")",
  "UNION",
  "EXCEPT",
  "INTERSECT",
  "ORDER",
  "OFFSET",
  "LIMIT",
  "FETCH",
]);
