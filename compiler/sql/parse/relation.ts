import type { Identifier } from "../ast/node.ts";
import type { Aliased, Join, Relation } from "../ast/relation.ts";
import { isName } from "../tokens.ts";
import { atFace, parseFace } from "./face.ts";
import { reportForeign } from "./foreign.ts";
import { parseJsonTable } from "./json-table.ts";
import { parseMatchRecognize } from "./match-recognize.ts";
import {
  advance,
  at,
  atName,
  atSequence,
  chain,
  eat,
  eatSequence,
  endOf,
  enter,
  expect,
  expected,
  isWord,
  kindAt,
  leave,
  missing,
  type Parser,
  parseIdentifier,
  parseQualifiedName,
  report,
  startOf,
  textAt,
} from "./parser.ts";
import { atAlias, close, open, parseBracketed } from "./recover.ts";
import { parseTableFunction } from "./table-function.ts";

/** A relation with the joins behind it. */
export function parseRelation(p: Parser): Relation {
  const start = startOf(p);
  if (!enter(p)) return missing(p);
  let left = parseSampled(p);
  for (let length = 0; chain(p, length); length++) {
    const join = parseJoin(p, start, left);
    if (join === undefined) break;
    left = join;
  }
  leave(p);
  return left;
}

function parseJoin(p: Parser, start: number, left: Relation): Join | undefined {
  if (at(p, "CROSS")) {
    advance(p);
    expect(p, "JOIN");
    const right = parseSampled(p);
    if (at(p, "ON") || at(p, "USING"))
      expected(p, "no condition behind a cross join", "write `join` without `cross`");
    return joinNode(p, start, "cross", left, right);
  }
  const isNatural = eat(p, "NATURAL");
  const joinAt = p.at;
  const type = parseJoinType(p);
  if (type === undefined) {
    if (isNatural) expected(p, "`join`");
    return undefined;
  }
  if (isNatural) return { ...joinNode(p, start, type, left, parseSampled(p)), isNatural };
  // The right side takes the joins whose condition comes before ours: `a join b join c on … on …`.
  const right = parseRelation(p);
  if (eat(p, "ON")) {
    const on = p.rules.expression(p);
    return { ...joinNode(p, start, type, left, right), on };
  }
  if (eat(p, "USING")) {
    const opener = open(p);
    const using = opener < 0 ? [] : parseBracketed(p, opener, parseIdentifier);
    return { ...joinNode(p, start, type, left, right), using };
  }
  if (!p.isPanicking) {
    const span = { start: p.tokens.starts[joinAt] ?? 0, end: endOf(p, start) };
    const help = "add `on` or `using`; for every pair of rows write `cross join`";
    report(p, {
      slug: "syntax",
      span: joinSpan(p, joinAt, span),
      message: "this join has no condition",
      help,
    });
  }
  return joinNode(p, start, type, left, right);
}

/** The words of the join alone. */
function joinSpan(
  p: Parser,
  joinAt: number,
  span: { start: number; end: number },
): { start: number; end: number } {
  let last = joinAt;
  while (p.kinds[last] !== "JOIN" && last < p.at) last++;
  return { start: span.start, end: p.tokens.ends[last] ?? span.end };
}

function joinNode(p: Parser, start: number, type: Join["type"], left: Relation, right: Relation): Join {
  const end = endOf(p, start);
  return { kind: "join", start, end, type, isNatural: false, left, right, on: undefined, using: [] };
}

function parseJoinType(p: Parser): Join["type"] | undefined {
  if (eat(p, "JOIN") || eatSequence(p, "INNER", "JOIN")) return "inner";
  for (const [kind, type] of [
    ["LEFT", "left"],
    ["RIGHT", "right"],
    ["FULL", "full"],
  ] as const) {
    if (!eat(p, kind)) continue;
    eat(p, "OUTER");
    if (isWord(p, p.at, "semi") || isWord(p, p.at, "anti")) {
      const help = "write `where exists (…)` or `where not exists (…)`";
      reportForeign(p, p.at, `Trino has no \`${textAt(p, p.at)} join\``, help);
      advance(p);
    }
    expect(p, "JOIN");
    return type;
  }
  if (!at(p, "INNER")) return undefined;
  advance(p);
  expect(p, "JOIN");
  return "inner";
}

function parseSampled(p: Parser): Relation {
  const start = startOf(p);
  let relation = parseAliased(p, start, parseRelationPrimary(p));
  if (atSequence(p, "MATCH_RECOGNIZE", "(")) {
    relation = parseAliased(p, start, parseMatchRecognize(p, start, relation));
  }
  if (!at(p, "TABLESAMPLE") || !isName(kindAt(p, 1))) return relation;
  advance(p);
  const method = at(p, "SYSTEM") ? "system" : "bernoulli";
  if (!eat(p, "SYSTEM") && !eat(p, "BERNOULLI")) expected(p, "`bernoulli` or `system`");
  const opener = open(p);
  const percentage = p.rules.expression(p);
  close(p, opener);
  if (at(p, "AS") || atAlias(p)) expected(p, "no alias here", "the alias stands before `tablesample`");
  return { kind: "sampled", start, end: endOf(p, start), relation, method, percentage };
}

function parseAliased(p: Parser, start: number, relation: Relation): Relation {
  if (!eat(p, "AS") && (!atAlias(p) || atForeignClause(p))) return relation;
  const alias: Identifier = parseIdentifier(p, "an alias");
  const columns = at(p, "(") && !p.isPanicking ? parseBracketed(p, open(p), parseIdentifier) : [];
  const aliased: Aliased = { kind: "aliased", start, end: endOf(p, start), relation, alias, columns };
  return aliased;
}

/** `qualify …` behind a relation is a clause of other dialects, not an alias. */
export function atForeignClause(p: Parser): boolean {
  if (!isWord(p, p.at, "qualify")) return false;
  const next = kindAt(p, 1);
  return isName(next) || next === "(" || next === "integer";
}

function parseRelationPrimary(p: Parser): Relation {
  const start = startOf(p);
  switch (kindAt(p)) {
    case "(":
      return parseParenthesis(p, start);
    case "UNNEST": {
      advance(p);
      const opener = open(p);
      const expressions = opener < 0 ? [] : parseBracketed(p, opener, p.rules.expression);
      const withOrdinality = eatSequence(p, "WITH", "ORDINALITY");
      return { kind: "unnest", start, end: endOf(p, start), expressions, withOrdinality };
    }
    case "JSON_TABLE":
      return parseJsonTable(p);
    case "TABLE":
      return parseTableFunction(p);
    case "LATERAL":
      if (kindAt(p, 1) === "(") {
        advance(p);
        const opener = open(p);
        const query = p.rules.query(p);
        close(p, opener);
        return { kind: "lateral", start, end: endOf(p, start), query };
      }
  }
  if (atFace(p)) return parseFace(p);
  if (!atName(p)) {
    expected(p, "a table or a query in parentheses");
    return missing(p);
  }
  return parseTable(p, start);
}

function parseTable(p: Parser, start: number): Relation {
  const first = p.at;
  const name = parseQualifiedName(p, "a table");
  if (at(p, "(")) {
    const text = p.tokens.text.slice(name.start, name.end);
    const last = p.at - 1;
    reportForeign(
      p,
      first,
      `\`${text}\` is called like a function`,
      `table functions are called in \`table(${text}(…))\``,
      last,
    );
    p.at = Math.max(p.at, p.brackets.closers[p.at] ?? 0);
    advance(p);
    return missing(p);
  }
  const periodStart = startOf(p);
  if (!at(p, "FOR")) return { kind: "table", start, end: endOf(p, start), name, period: undefined };
  advance(p);
  const range = at(p, "VERSION") ? "version" : "timestamp";
  if (!eat(p, "VERSION") && !eat(p, "TIMESTAMP")) expected(p, "`version` or `timestamp`");
  expect(p, "AS", "OF");
  const asOf = p.rules.value(p);
  const period = { kind: "period", start: periodStart, end: endOf(p, periodStart), range, asOf } as const;
  return { kind: "table", start, end: endOf(p, start), name, period };
}

function parseParenthesis(p: Parser, start: number): Relation {
  const holdsQuery = p.brackets.holdsQuery[p.at] === 1;
  const opener = open(p);
  if (holdsQuery) {
    const query = p.rules.query(p);
    close(p, opener);
    return { kind: "query-relation", start, end: endOf(p, start), query };
  }
  const relation = parseRelation(p);
  close(p, opener);
  return relation;
}
