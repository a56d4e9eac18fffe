import type { Expression } from "../ast/expression.ts";
import type { ComparisonOperator } from "../ast/predicate.ts";
import type { TokenKind } from "../tokens.ts";
import { reportForeign } from "./foreign.ts";
import {
  advance,
  at,
  chain,
  eat,
  endOf,
  enter,
  expect,
  expected,
  isWord,
  kindAt,
  leave,
  missing,
  type Parser,
  report,
  startOf,
} from "./parser.ts";
import { close, open, parseBracketed } from "./recover.ts";
import { parseValue } from "./value.ts";

/** `OR` over `AND` over `NOT` over one comparison; Trino's `expression`. */
export function parseExpression(p: Parser): Expression {
  if (!enter(p)) return missing(p);
  const expression = parseOr(p);
  leave(p);
  return expression;
}

function parseOr(p: Parser): Expression {
  const start = startOf(p);
  const first = parseAnd(p);
  if (!at(p, "OR")) return first;
  const terms = [first];
  while (eat(p, "OR")) terms.push(parseAnd(p));
  return { kind: "logical", start, end: endOf(p, start), operator: "or", terms };
}

function parseAnd(p: Parser): Expression {
  const start = startOf(p);
  const first = parseNot(p);
  if (!at(p, "AND") && !at(p, "&&")) return first;
  const terms = [first];
  for (;;) {
    if (at(p, "&&")) reportForeign(p, p.at, "`&&` is not an operator of Trino", "write `and`");
    else if (!at(p, "AND")) break;
    advance(p);
    terms.push(parseNot(p));
  }
  return { kind: "logical", start, end: endOf(p, start), operator: "and", terms };
}

function parseNot(p: Parser): Expression {
  if (!at(p, "NOT") && !at(p, "!")) return parsePredicate(p);
  const start = startOf(p);
  if (at(p, "!")) reportForeign(p, p.at, "`!` is not an operator of Trino", "write `not`");
  advance(p);
  if (!enter(p)) return missing(p);
  const operand = parseNot(p);
  leave(p);
  return { kind: "not", start, end: endOf(p, start), operand };
}

const COMPARISONS: ReadonlyMap<TokenKind, ComparisonOperator> = new Map([
  ["=", "="],
  ["==", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);

/** A value and at most one comparison: Trino does not chain them (`a = b = c`). */
function parsePredicate(p: Parser): Expression {
  const start = startOf(p);
  const operand = parseValue(p);
  const predicate = parseComparison(p, start, operand);
  if (predicate === undefined) return operand;
  let result = predicate;
  for (let length = 0; chain(p, length); length++) {
    const from = p.at;
    const next = p.isPanicking ? undefined : parseComparison(p, start, result);
    if (next === undefined) return result;
    const span = { start: p.tokens.starts[from] ?? 0, end: p.tokens.ends[from] ?? 0 };
    const help = "put one of them in parentheses, or join them with `and`";
    if (length === 0)
      report(p, { slug: "syntax", span, message: "comparisons do not follow each other", help });
    result = next;
  }
  return result;
}

function parseComparison(p: Parser, start: number, operand: Expression): Expression | undefined {
  const operator = COMPARISONS.get(kindAt(p));
  if (operator !== undefined) return parseOperator(p, start, operand, operator);
  if (at(p, "IS")) return parseIs(p, start, operand);
  const isNegated = at(p, "NOT");
  const ahead = isNegated ? 1 : 0;
  switch (kindAt(p, ahead)) {
    case "BETWEEN": {
      advance(p, ahead + 1);
      const low = parseValue(p);
      expect(p, "AND");
      const high = parseValue(p);
      return { kind: "between", start, end: endOf(p, start), isNegated, operand, low, high };
    }
    case "IN":
      advance(p, ahead + 1);
      return parseIn(p, start, operand, isNegated);
    case "LIKE":
      advance(p, ahead + 1);
      return parseLike(p, start, operand, isNegated);
    case "identifier":
      return (
        parseForeignPredicate(p, start, operand, isNegated) ??
        (isNegated ? undefined : parseIsNullWord(p, start, operand))
      );
    default:
      return undefined;
  }
}

function parseOperator(p: Parser, start: number, left: Expression, operator: ComparisonOperator): Expression {
  if (at(p, "==")) reportForeign(p, p.at, "`==` is not an operator of Trino", "write `=`");
  advance(p);
  const quantifier = at(p, "ALL") ? "all" : at(p, "SOME") ? "some" : at(p, "ANY") ? "any" : undefined;
  if (quantifier !== undefined && p.brackets.holdsQuery[p.at + 1] === 1) {
    advance(p);
    const opener = open(p);
    const query = p.rules.query(p);
    close(p, opener);
    return { kind: "quantified-comparison", start, end: endOf(p, start), operator, quantifier, left, query };
  }
  const right = parseValue(p);
  return { kind: "comparison", start, end: endOf(p, start), operator, left, right };
}

function parseIs(p: Parser, start: number, operand: Expression): Expression {
  const isAt = p.at;
  advance(p);
  const isNegated = eat(p, "NOT");
  if (eat(p, "NULL")) return { kind: "is-null", start, end: endOf(p, start), isNegated, operand };
  if (at(p, "DISTINCT")) {
    advance(p);
    expect(p, "FROM");
    const right = parseValue(p);
    return { kind: "is-distinct", start, end: endOf(p, start), isNegated, left: operand, right };
  }
  if (at(p, "TRUE") || at(p, "FALSE") || at(p, "UNKNOWN")) {
    const value = at(p, "UNKNOWN") ? "null" : at(p, "TRUE") ? "true" : "false";
    const help =
      value === "null" ? "write `is null`" : `write \`is ${isNegated ? "" : "not "}distinct from ${value}\``;
    advance(p);
    reportForeign(p, isAt, `Trino 476 has no \`is ${value === "null" ? "unknown" : value}\``, help, p.at - 1);
    return { kind: "is-null", start, end: endOf(p, start), isNegated, operand };
  }
  expected(p, "`null` or `distinct from`");
  return { kind: "is-null", start, end: endOf(p, start), isNegated, operand };
}

function parseIn(p: Parser, start: number, operand: Expression, isNegated: boolean): Expression {
  const holdsQuery = p.brackets.holdsQuery[p.at] === 1;
  const opener = open(p, "`(` with a list or a query");
  if (opener >= 0 && holdsQuery) {
    const query = p.rules.query(p);
    close(p, opener);
    return { kind: "in-query", start, end: endOf(p, start), isNegated, operand, query };
  }
  const list = opener < 0 ? [] : parseBracketed(p, opener, parseExpression);
  return { kind: "in-list", start, end: endOf(p, start), isNegated, operand, list };
}

function parseLike(p: Parser, start: number, operand: Expression, isNegated: boolean): Expression {
  const pattern = parseValue(p);
  const escaping = eat(p, "ESCAPE") ? parseValue(p) : undefined;
  return { kind: "like", start, end: endOf(p, start), isNegated, operand, pattern, escape: escaping };
}

/** Predicates of other dialects, read as their nearest relative so that the rest of the query is checked too. */
function parseForeignPredicate(
  p: Parser,
  start: number,
  operand: Expression,
  isNegated: boolean,
): Expression | undefined {
  const wordAt = p.at + (isNegated ? 1 : 0);
  if (isAliasEnd(kindAt(p, wordAt - p.at + 1))) return undefined;
  if (isWord(p, wordAt, "ilike")) {
    const help = "write `lower(…) like lower(…)`";
    reportForeign(p, wordAt, "Trino has no `ilike`", help);
    advance(p, wordAt - p.at + 1);
    return parseLike(p, start, operand, isNegated);
  }
  if (isWord(p, wordAt, "rlike") || isWord(p, wordAt, "regexp")) {
    reportForeign(
      p,
      wordAt,
      "Trino has no operator for regular expressions",
      "write `regexp_like(text, pattern)`",
    );
    advance(p, wordAt - p.at + 1);
    return parseLike(p, start, operand, isNegated);
  }
  return undefined;
}

/** `x isnull`, which unlike the others ends an expression. */
function parseIsNullWord(p: Parser, start: number, operand: Expression): Expression | undefined {
  if (!endsExpression(kindAt(p, 1))) return undefined;
  if (isWord(p, p.at, "isnull") || isWord(p, p.at, "notnull")) {
    const isNull = isWord(p, p.at, "isnull");
    reportForeign(
      p,
      p.at,
      `Trino has no \`${isNull ? "isnull" : "notnull"}\``,
      `write \`is ${isNull ? "" : "not "}null\``,
    );
    advance(p);
    return { kind: "is-null", start, end: endOf(p, start), isNegated: !isNull, operand };
  }
  return undefined;
}

/** Then the word before is an alias: `select a ilike from t`. */
function isAliasEnd(kind: TokenKind): boolean {
  return kind === "," || kind === "FROM" || kind === ")" || kind === "end";
}

function endsExpression(kind: TokenKind): boolean {
  return (
    kind === "end" ||
    kind === ")" ||
    kind === "AND" ||
    kind === "OR" ||
    kind === "GROUP" ||
    kind === "ORDER" ||
    kind === ";"
  );
}
