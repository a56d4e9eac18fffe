import type { ArrayList, Column, Expression, Lambda, MeasureOver } from "../ast/expression.ts";
import type { Identifier } from "../ast/node.ts";
import { isName, type TokenKind } from "../tokens.ts";
import { atCall, parseCall } from "./call.ts";
import { parseCase } from "./case.ts";
import { parseCast } from "./cast.ts";
import { reportForeign } from "./foreign.ts";
import { atJsonFunction, parseJsonFunction } from "./json.ts";
import { atInterval, parseBinaryString, parseInterval, parseNumber, parseString } from "./literal.ts";
import {
  advance,
  at,
  chain,
  eat,
  endOf,
  expected,
  identifierAt,
  isReservedName,
  kindAt,
  missing,
  type Parser,
  parseIdentifier,
  startOf,
  takeReservedName,
  textSince,
} from "./parser.ts";
import { close, open, parseBracketed } from "./recover.ts";
import { atSpecialCall, parseSpecialCall } from "./special-call.ts";
import { parseType } from "./type.ts";
import { atOver, parseOver } from "./window.ts";

/** A value without operators, with the fields and subscripts behind it; Trino's `primaryExpression`. */
export function parsePrimary(p: Parser): Expression {
  const start = startOf(p);
  let base = parseAtom(p);
  for (let length = 0; chain(p, length); length++) {
    if (at(p, ".") && kindAt(p, 1) !== "*") {
      advance(p);
      const field = parseIdentifier(p, "a name behind `.`");
      base = { kind: "field", start, end: endOf(p, start), base, field };
    } else if (at(p, "[")) {
      advance(p);
      const opener = p.at - 1;
      const index = p.rules.value(p);
      close(p, opener);
      base = { kind: "subscript", start, end: endOf(p, start), base, index };
    } else if (at(p, "::")) {
      base = parseDoubleColon(p, start, base);
    } else {
      return base;
    }
  }
  return base;
}

function parseAtom(p: Parser): Expression {
  const kind = kindAt(p);
  const start = startOf(p);
  switch (kind) {
    case "identifier":
      return parseNamed(p);
    case "integer":
    case "decimal":
    case "double":
      return parseNumber(p, kind);
    case "string":
    case "unicode-string":
      return parseString(p);
    case "binary":
      return parseBinaryString(p);
    case "NULL":
      advance(p);
      return { kind: "null", start, end: endOf(p, start) };
    case "TRUE":
    case "FALSE":
      advance(p);
      return { kind: "boolean", start, end: endOf(p, start), value: kind === "TRUE" };
    case "?":
      advance(p);
      return { kind: "parameter", start, end: endOf(p, start) };
    case "(":
      return parseParenthesis(p);
    case "CASE":
      return parseCase(p);
    case "CAST":
      return parseCast(p);
    case "EXISTS": {
      advance(p);
      const opener = open(p, "`(` with a query");
      const query = p.rules.query(p);
      close(p, opener);
      return { kind: "exists", start, end: endOf(p, start), query };
    }
    case "[":
      return parseBareArray(p);
    default:
      if (atSpecialCall(p)) return parseSpecialCall(p);
      if (atJsonFunction(p)) return parseJsonFunction(p);
      return isName(kind) ? parseNamed(p) : parseNothing(p);
  }
}

/** What starts with a name: a column, a call, a lambda, or one of the forms that start with a free word. */
function parseNamed(p: Parser): Expression {
  const start = startOf(p);
  const kind = kindAt(p);
  const next = kindAt(p, 1);
  if (next === "->") {
    const parameter = parseIdentifier(p);
    return parseLambdaBody(p, start, [parameter]);
  }
  if (next === "string" || next === "unicode-string" || kind === "INTERVAL" || kind === "DOUBLE") {
    const literal = parseTypedLiteral(p, start);
    if (literal !== undefined) return literal;
  }
  if (kind === "ARRAY" && next === "[") return parseArray(p, start);
  if (kind === "TRY_CAST" && next === "(") return parseCast(p);
  if (kind === "ROW" && next === "(") {
    advance(p, 2);
    const items = parseBracketed(p, p.at - 1, p.rules.expression);
    return { kind: "row", start, end: endOf(p, start), items };
  }
  if (atCall(p)) return parseCall(p);
  if (atOver(p, 1) && kind !== "OVER") return parseMeasure(p, start);
  return parseColumn(p, start);
}

function parseTypedLiteral(p: Parser, start: number): Expression | undefined {
  if (atInterval(p)) return parseInterval(p);
  const next = kindAt(p, 1);
  const isDouble = at(p, "DOUBLE") && next === "PRECISION" && isString(kindAt(p, 2));
  if (!isDouble && !isString(next)) return undefined;
  const type = identifierAt(p, p.at);
  advance(p, isDouble ? 2 : 1);
  const { value } = parseString(p);
  return { kind: "typed-literal", start, end: endOf(p, start), type, value };
}

function isString(kind: TokenKind): boolean {
  return kind === "string" || kind === "unicode-string";
}

function parseMeasure(p: Parser, start: number): MeasureOver {
  const name = parseIdentifier(p);
  const over = parseOver(p);
  return { kind: "measure-over", start, end: endOf(p, start), name, over };
}

/** All names of `a.b.c`, up to a `.*` that belongs to the select list. */
function parseColumn(p: Parser, start: number): Column {
  const parts: Identifier[] = [parseIdentifier(p)];
  while (at(p, ".") && kindAt(p, 1) !== "*") {
    advance(p);
    parts.push(parseIdentifier(p, "a name behind `.`"));
    if (p.isPanicking) break;
  }
  return { kind: "column", start, end: endOf(p, start), parts };
}

function parseLambdaBody(p: Parser, start: number, parameters: readonly Identifier[]): Lambda {
  advance(p);
  const body = p.rules.expression(p);
  return { kind: "lambda", start, end: endOf(p, start), parameters, body };
}

/** A lambda's parameters, a query, a row, or an expression in parentheses. */
function parseParenthesis(p: Parser): Expression {
  const start = startOf(p);
  const opener = p.at;
  const closer = p.brackets.closers[opener] ?? -1;
  advance(p);
  if (closer >= 0 && p.kinds[closer + 1] === "->") {
    const isEmpty = p.at === closer;
    const parameters = isEmpty ? [] : parseBracketed(p, opener, parseIdentifier);
    if (isEmpty) advance(p);
    if (at(p, "->")) return parseLambdaBody(p, start, parameters);
    expected(p, "`->`");
    return missing(p);
  }
  if (p.brackets.holdsQuery[opener] === 1) {
    const query = p.rules.query(p);
    close(p, opener);
    return { kind: "scalar-query", start, end: endOf(p, start), query };
  }
  const items = parseBracketed(p, opener, p.rules.expression);
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only;
  return { kind: "row", start, end: endOf(p, start), items };
}

function parseArray(p: Parser, start: number): ArrayList {
  if (at(p, "ARRAY")) advance(p);
  const opener = p.at;
  advance(p);
  if (eat(p, "]")) return { kind: "array", start, end: endOf(p, start), items: [] };
  const items = parseBracketed(p, opener, p.rules.expression);
  return { kind: "array", start, end: endOf(p, start), items };
}

function parseBareArray(p: Parser): ArrayList {
  const first = p.at;
  reportForeign(p, first, "an array does not start with `[` alone", "write `array[…]`");
  return parseArray(p, startOf(p));
}

/** `x::type`, read as a cast. */
function parseDoubleColon(p: Parser, start: number, operand: Expression): Expression {
  const operator = p.at;
  const text = textSince(p, start);
  advance(p);
  const typeStart = startOf(p);
  const type = parseType(p);
  const help = `write \`cast(${text.length > 60 ? "…" : text} as ${textSince(p, typeStart)})\``;
  reportForeign(p, operator, "Trino does not cast with `::`", help);
  return { kind: "cast", start, end: endOf(p, start), isTry: false, operand, type };
}

const FOLLOWS_NAME = new Set<TokenKind>([",", "FROM", "AS", "=", "<>", "<", ">", "end"]);

function parseNothing(p: Parser): Expression {
  if (at(p, "{") || at(p, "%")) {
    expected(p, "an expression", "templates are not part of SQL here: name relations directly");
  } else if (at(p, "$") || (at(p, ":") && isName(kindAt(p, 1)))) {
    expected(p, "an expression", "parameters are written `?`");
  } else if (isReservedName(p) && FOLLOWS_NAME.has(kindAt(p, 1))) {
    const name = takeReservedName(p);
    return { kind: "column", start: name.start, end: name.end, parts: [name] };
  } else {
    expected(p, "an expression");
  }
  return missing(p);
}
