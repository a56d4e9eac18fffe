import type { GroupBy, GroupingElement, GroupingSet } from "../ast/query.ts";
import { parseQuantifier } from "./call.ts";
import { reportForeign } from "./foreign.ts";
import { advance, at, atSequence, endOf, expect, kindAt, type Parser, startOf } from "./parser.ts";
import { atClause, close, open, parseBracketed, parseList } from "./recover.ts";
import { atForeignClause } from "./relation.ts";

/** What stands behind `GROUP`. */
export function parseGroupBy(p: Parser): GroupBy {
  expect(p, "BY");
  const start = startOf(p);
  if (at(p, "ALL") && atGroupEnd(p, 1)) {
    reportForeign(p, p.at, "Trino has no `group by all`", "write `group by auto`, or name the columns");
    advance(p);
    return { kind: "group-by", start, end: endOf(p, start), quantifier: undefined, elements: [] };
  }
  const quantifier = parseQuantifier(p);
  const elements = parseList(p, parseElement, atEnd, "the next clause");
  return { kind: "group-by", start, end: endOf(p, start), quantifier, elements };
}

function atEnd(p: Parser): boolean {
  return atClause(p) || atForeignClause(p);
}

function atGroupEnd(p: Parser, ahead: number): boolean {
  const kind = kindAt(p, ahead);
  return (
    kind === "end" ||
    kind === ")" ||
    kind === ";" ||
    kind === "HAVING" ||
    kind === "ORDER" ||
    kind === "LIMIT" ||
    kind === "UNION"
  );
}

function parseElement(p: Parser): GroupingElement {
  const start = startOf(p);
  if (at(p, "AUTO")) {
    advance(p);
    return { kind: "group-by-auto", start, end: endOf(p, start) };
  }
  const form = at(p, "ROLLUP")
    ? "rollup"
    : at(p, "CUBE")
      ? "cube"
      : atSequence(p, "GROUPING", "SETS")
        ? "grouping sets"
        : undefined;
  if (form === undefined) return parseSet(p);
  advance(p, form === "grouping sets" ? 2 : 1);
  const opener = open(p);
  let sets: readonly GroupingSet[] = [];
  if (opener >= 0 && at(p, ")") && form !== "grouping sets") close(p, opener);
  else if (opener >= 0) sets = parseBracketed(p, opener, parseSet);
  return { kind: "grouping-sets", start, end: endOf(p, start), form, sets };
}

/**
 * `(a, b)`, `()` or one expression. A parenthesis is a set when the element ends behind it: `(a + b) * 2` is
 * an expression.
 */
function parseSet(p: Parser): GroupingSet {
  const start = startOf(p);
  const closer = at(p, "(") ? (p.brackets.closers[p.at] ?? -1) : -1;
  const isSet = closer >= 0 && p.brackets.holdsQuery[p.at] === 0 && endsElement(p, closer + 1);
  if (!isSet) {
    const expression = p.rules.expression(p);
    return {
      kind: "grouping-set",
      start,
      end: endOf(p, start),
      isParenthesized: false,
      expressions: [expression],
    };
  }
  const opener = open(p);
  const isEmpty = at(p, ")");
  if (isEmpty) close(p, opener);
  const expressions = isEmpty ? [] : parseBracketed(p, opener, p.rules.expression);
  return { kind: "grouping-set", start, end: endOf(p, start), isParenthesized: true, expressions };
}

function endsElement(p: Parser, index: number): boolean {
  const before = p.at;
  p.at = index;
  const isEnd = at(p, ",") || atClause(p);
  p.at = before;
  return isEnd;
}
