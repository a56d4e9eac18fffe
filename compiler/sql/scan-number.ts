import type { TokenKind } from "./tokens.ts";

/*
 * Each pattern is one token rule of Trino's `SqlBase.g4`; the longest match wins and the earlier rule at equal
 * length, which is why `1e5` is a number and `1e5x` a name.
 */
const RULES: readonly (readonly [TokenKind, RegExp])[] = [
  ["integer", /0x(?:_?[0-9a-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+|[0-9](?:_?[0-9])*/iy],
  ["decimal", /[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*/y],
  ["double", /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)e[+-]?[0-9]+/iy],
  ["digit-identifier", /[0-9][a-z0-9_]+/iy],
];

/** The number, or name starting with a digit, at `start`, where a digit or a point with a digit stands. */
export function scanNumber(text: string, start: number): { readonly kind: TokenKind; readonly end: number } {
  let end = start;
  let kind: TokenKind = "integer";
  for (const [candidate, rule] of RULES) {
    rule.lastIndex = start;
    if (rule.test(text) && rule.lastIndex > end) {
      end = rule.lastIndex;
      kind = candidate;
    }
  }
  return { kind, end };
}
