import type { Measure, PatternDefinition, PatternSubset, RowPattern, SkipTo } from "../ast/pattern.ts";
import {
  advance,
  at,
  eat,
  eatSequence,
  endOf,
  expect,
  expected,
  type Parser,
  parseIdentifier,
  startOf,
} from "./parser.ts";
import { parseRowPattern } from "./pattern.ts";
import { close, open, parseBracketed } from "./recover.ts";

/*
 * The clauses that row pattern recognition has both in `FROM` and in a window.
 */

export function parseMeasure(p: Parser): Measure {
  const start = startOf(p);
  const expression = p.rules.expression(p);
  expect(p, "AS");
  const name = parseIdentifier(p);
  return { kind: "measure", start, end: endOf(p, start), expression, name };
}

/** `AFTER MATCH SKIP …`. */
export function parseSkipTo(p: Parser): SkipTo | undefined {
  const start = startOf(p);
  if (!eatSequence(p, "AFTER", "MATCH")) return undefined;
  expect(p, "SKIP");
  let target: SkipTo["target"] = "next-row";
  let variable: SkipTo["variable"];
  if (eatSequence(p, "PAST", "LAST", "ROW")) {
    target = "past-last-row";
  } else if (eatSequence(p, "TO", "NEXT", "ROW")) {
    target = "next-row";
  } else if (expect(p, "TO")) {
    if (eat(p, "FIRST")) target = "first";
    else target = eat(p, "LAST") ? "last" : "variable";
    variable = parseIdentifier(p);
  }
  return { kind: "skip-to", start, end: endOf(p, start), target, variable };
}

export function parseSearch(p: Parser): "initial" | "seek" | undefined {
  if (eat(p, "INITIAL")) return "initial";
  return eat(p, "SEEK") ? "seek" : undefined;
}

/** `PATTERN (…)`. */
export function parsePatternClause(p: Parser): RowPattern {
  if (!at(p, "PATTERN")) expected(p, "`pattern`");
  else advance(p);
  const opener = open(p);
  const pattern = parseRowPattern(p);
  close(p, opener);
  return pattern;
}

export function parseSubset(p: Parser): PatternSubset {
  const start = startOf(p);
  const name = parseIdentifier(p);
  expect(p, "=");
  const opener = open(p);
  const members = opener < 0 ? [] : parseBracketed(p, opener, parseIdentifier);
  return { kind: "pattern-subset", start, end: endOf(p, start), name, members };
}

export function parseDefinition(p: Parser): PatternDefinition {
  const start = startOf(p);
  const name = parseIdentifier(p);
  expect(p, "AS");
  const condition = p.rules.expression(p);
  return { kind: "pattern-definition", start, end: endOf(p, start), name, condition };
}
