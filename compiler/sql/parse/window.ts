import type { Identifier } from "../ast/node.ts";
import type {
  FrameBound,
  FramePattern,
  SortItem,
  Window,
  WindowFrame,
  WindowSpecification,
} from "../ast/window.ts";
import { isName, type TokenKind } from "../tokens.ts";
import {
  parseDefinition,
  parseMeasure,
  parsePatternClause,
  parseSearch,
  parseSkipTo,
  parseSubset,
} from "./match-clauses.ts";
import {
  advance,
  at,
  atSequence,
  eat,
  eatSequence,
  endOf,
  expected,
  kindAt,
  type Parser,
  parseIdentifier,
  startOf,
} from "./parser.ts";
import { close, open, parseCommas, parseList } from "./recover.ts";

/** Whether `OVER` with a window behind it stands `ahead` of the next token (the word may also be an alias). */
export function atOver(p: Parser, ahead = 0): boolean {
  const next = kindAt(p, ahead + 1);
  return kindAt(p, ahead) === "OVER" && (next === "(" || isName(next));
}

export function parseOver(p: Parser): Window {
  advance(p);
  const start = startOf(p);
  if (at(p, "(")) return parseWindowSpecification(p);
  const name = parseIdentifier(p);
  return { kind: "window-reference", start, end: endOf(p, start), name };
}

/** The parenthesis behind `OVER` or `WINDOW name AS`. */
function parseWindowSpecification(p: Parser): WindowSpecification {
  const start = startOf(p);
  const opener = open(p);
  const base = atBase(p) ? parseIdentifier(p) : undefined;
  let partitionBy: WindowSpecification["partitionBy"] = [];
  if (eat(p, "PARTITION")) {
    if (!eat(p, "BY")) expected(p, "`by`");
    partitionBy = parseList(p, p.rules.expression, atPartitionEnd, "`)`");
  }
  const orderBy = parseOrderBy(p);
  const frame = atFrame(p) ? parseFrame(p) : undefined;
  close(p, opener);
  return { kind: "window", start, end: endOf(p, start), base, partitionBy, orderBy, frame };
}

/** A name is the window built upon when a part of a specification, or its end, follows. */
const AFTER_BASE = new Set<TokenKind>([")", "PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS", "MEASURES"]);

function atBase(p: Parser): boolean {
  return isName(kindAt(p)) && AFTER_BASE.has(kindAt(p, 1));
}

function atPartitionEnd(p: Parser): boolean {
  return at(p, ")") || at(p, "ORDER") || atFrame(p);
}

function atFrame(p: Parser): boolean {
  return at(p, "ROWS") || at(p, "RANGE") || at(p, "GROUPS") || at(p, "MEASURES");
}

/** `ORDER BY …`, or an empty list where none stands. */
export function parseOrderBy(p: Parser): readonly SortItem[] {
  if (!at(p, "ORDER")) return [];
  advance(p);
  if (!eat(p, "BY")) expected(p, "`by`");
  return parseCommas(p, parseSortItem);
}

export function parseSortItem(p: Parser): SortItem {
  const start = startOf(p);
  const expression = p.rules.expression(p);
  const direction = eat(p, "ASC") ? "asc" : eat(p, "DESC") ? "desc" : undefined;
  let nulls: SortItem["nulls"];
  if (eatSequence(p, "NULLS", "FIRST")) nulls = "first";
  else if (eatSequence(p, "NULLS", "LAST")) nulls = "last";
  return { kind: "sort-item", start, end: endOf(p, start), expression, direction, nulls };
}

function parseFrame(p: Parser): WindowFrame {
  const start = startOf(p);
  const measures = eat(p, "MEASURES") ? parseCommas(p, parseMeasure) : [];
  const unit = at(p, "ROWS") ? "rows" : at(p, "RANGE") ? "range" : "groups";
  if (!eat(p, "ROWS") && !eat(p, "RANGE") && !eat(p, "GROUPS")) expected(p, "`rows`, `range` or `groups`");
  const isBetween = eat(p, "BETWEEN");
  const from = parseBound(p);
  let to: FrameBound | undefined;
  if (isBetween) {
    if (!eat(p, "AND")) expected(p, "`and`");
    to = parseBound(p);
  }
  const pattern = parseFramePattern(p, measures);
  return { kind: "frame", start, end: endOf(p, start), unit, from, to, pattern };
}

function parseBound(p: Parser): FrameBound {
  const start = startOf(p);
  if (eatSequence(p, "UNBOUNDED", "PRECEDING")) return bound(p, start, "unbounded-preceding");
  if (eatSequence(p, "UNBOUNDED", "FOLLOWING")) return bound(p, start, "unbounded-following");
  if (eatSequence(p, "CURRENT", "ROW")) return bound(p, start, "current-row");
  const offset = p.rules.expression(p);
  if (eat(p, "PRECEDING")) return { ...bound(p, start, "preceding"), offset };
  if (!eat(p, "FOLLOWING")) expected(p, "`preceding` or `following`");
  return { ...bound(p, start, "following"), offset };
}

function bound(p: Parser, start: number, kind: FrameBound["bound"]): FrameBound {
  return { kind: "frame-bound", start, end: endOf(p, start), bound: kind, offset: undefined };
}

function parseFramePattern(p: Parser, measures: FramePattern["measures"]): FramePattern | undefined {
  const start = measures[0]?.start ?? startOf(p);
  const first = p.at;
  const skipTo = parseSkipTo(p);
  const search = parseSearch(p);
  const pattern = atSequence(p, "PATTERN", "(") ? parsePatternClause(p) : undefined;
  const subsets = eat(p, "SUBSET") ? parseCommas(p, parseSubset) : [];
  const definitions = eat(p, "DEFINE") ? parseCommas(p, parseDefinition) : [];
  if (p.at === first && measures.length === 0) return undefined;
  return {
    kind: "frame-pattern",
    start,
    end: endOf(p, start),
    measures,
    skipTo,
    search,
    pattern,
    subsets,
    definitions,
  };
}

/** `name AS (…)` behind `WINDOW`. */
export function parseWindowDefinition(p: Parser) {
  const start = startOf(p);
  const name: Identifier = parseIdentifier(p);
  if (!eat(p, "AS")) expected(p, "`as`");
  const window = parseWindowSpecification(p);
  return { kind: "window-definition", start, end: endOf(p, start), name, window } as const;
}
