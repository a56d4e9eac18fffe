import type { BinaryOperator, Expression } from "../ast/expression.ts";
import { atInterval, parseInterval, parseString } from "./literal.ts";
import {
  advance,
  at,
  atSequence,
  chain,
  endOf,
  enter,
  expected,
  kindAt,
  leave,
  missing,
  type Parser,
  startOf,
} from "./parser.ts";
import { parsePrimary } from "./primary.ts";

/** `||` binds loosest, then `+ -`, then `* / %`, then signs, then `AT TIME ZONE`. Source: Trino's `valueExpression`. */
const CONCATENATION = 1;
const SUM = 2;
const PRODUCT = 3;

export function parseValue(p: Parser): Expression {
  return parseBinary(p, CONCATENATION);
}

function parseBinary(p: Parser, loosest: number): Expression {
  const start = startOf(p);
  let left = parseSigned(p);
  for (let length = 0; chain(p, length); length++) {
    const operator = operatorAt(p);
    const level = operator === undefined ? 0 : levelOf(operator);
    if (operator === undefined || level < loosest) return left;
    advance(p);
    const right = level === PRODUCT ? parseSigned(p) : parseBinary(p, level + 1);
    left = { kind: "binary", start, end: endOf(p, start), operator, left, right };
  }
  return left;
}

function operatorAt(p: Parser): BinaryOperator | undefined {
  const kind = kindAt(p);
  switch (kind) {
    case "||":
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return kind;
    default:
      return undefined;
  }
}

function levelOf(operator: BinaryOperator): number {
  if (operator === "||") return CONCATENATION;
  return operator === "+" || operator === "-" ? SUM : PRODUCT;
}

function parseSigned(p: Parser): Expression {
  const kind = kindAt(p);
  if (kind !== "-" && kind !== "+") return parseAtTimeZone(p);
  const start = startOf(p);
  advance(p);
  if (!enter(p)) return missing(p);
  const operand = parseSigned(p);
  leave(p);
  return { kind: "unary", start, end: endOf(p, start), operator: kind, operand };
}

function parseAtTimeZone(p: Parser): Expression {
  const start = startOf(p);
  let operand = parsePrimary(p);
  for (let length = 0; atSequence(p, "AT", "TIME", "ZONE") && chain(p, length); length++) {
    advance(p, 3);
    const zone = parseZone(p);
    operand = { kind: "at-time-zone", start, end: endOf(p, start), operand, zone };
  }
  return operand;
}

function parseZone(p: Parser) {
  if (at(p, "string") || at(p, "unicode-string")) return parseString(p);
  if (atInterval(p)) return parseInterval(p);
  expected(p, "the zone as a string or an interval", "for a computed zone write `at_timezone(value, zone)`");
  return missing(p);
}
