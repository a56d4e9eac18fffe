import type { RowPattern } from "../ast/pattern.ts";
import { isName } from "../tokens.ts";
import {
  advance,
  at,
  atSequence,
  eat,
  endOf,
  enter,
  expected,
  kindAt,
  leave,
  missing,
  type Parser,
  parseIdentifier,
  startOf,
  textAt,
} from "./parser.ts";
import { close, open, parseBracketed } from "./recover.ts";

/** Alternatives of sequences of quantified variables; Trino's `rowPattern`. */
export function parseRowPattern(p: Parser): RowPattern {
  const start = startOf(p);
  if (!enter(p)) return { ...missing(p), kind: "pattern-empty" };
  const first = parseSequence(p);
  const items = [first];
  while (eat(p, "|")) items.push(parseSequence(p));
  leave(p);
  return items.length === 1 ? first : { kind: "pattern-alternatives", start, end: endOf(p, start), items };
}

function parseSequence(p: Parser): RowPattern {
  const start = startOf(p);
  const first = parseQuantified(p);
  const items = [first];
  while (!p.isPanicking && startsPattern(p)) items.push(parseQuantified(p));
  return items.length === 1 ? first : { kind: "pattern-sequence", start, end: endOf(p, start), items };
}

function startsPattern(p: Parser): boolean {
  const kind = kindAt(p);
  return isName(kind) || kind === "(" || kind === "^" || kind === "$" || kind === "{-";
}

function parseQuantified(p: Parser): RowPattern {
  const start = startOf(p);
  const pattern = parseAtom(p);
  const quantifier = parseQuantifier(p);
  if (quantifier === undefined) return pattern;
  const isReluctant = eat(p, "?");
  return { kind: "pattern-quantified", start, end: endOf(p, start), pattern, quantifier, isReluctant };
}

function parseQuantifier(p: Parser): string | undefined {
  const kind = kindAt(p);
  if (kind === "*" || kind === "+" || kind === "?") {
    advance(p);
    return kind;
  }
  if (kind !== "{") return undefined;
  advance(p);
  let quantifier = "{";
  for (const part of ["integer", ",", "integer"] as const) {
    if (!at(p, part)) continue;
    quantifier += textAt(p, p.at);
    advance(p);
  }
  if (quantifier === "{" || !eat(p, "}")) expected(p, "a number of repetitions and `}`");
  return `${quantifier}}`;
}

function parseAtom(p: Parser): RowPattern {
  const start = startOf(p);
  if (at(p, "^") || at(p, "$")) {
    const anchor = at(p, "^") ? "^" : "$";
    advance(p);
    return { kind: "pattern-anchor", start, end: endOf(p, start), anchor };
  }
  if (eat(p, "{-")) {
    const pattern = parseRowPattern(p);
    if (!eat(p, "-}")) expected(p, "`-}`");
    return { kind: "pattern-exclusion", start, end: endOf(p, start), pattern };
  }
  if (atSequence(p, "(", ")")) {
    advance(p, 2);
    return { kind: "pattern-empty", start, end: endOf(p, start) };
  }
  if (at(p, "(")) {
    const opener = open(p);
    const pattern = parseRowPattern(p);
    close(p, opener);
    return pattern;
  }
  if (atSequence(p, "PERMUTE", "(")) {
    advance(p, 2);
    const items = parseBracketed(p, p.at - 1, parseRowPattern);
    return { kind: "pattern-permutation", start, end: endOf(p, start), items };
  }
  const name = parseIdentifier(p, "a pattern variable");
  return { kind: "pattern-variable", start, end: endOf(p, start), name };
}
