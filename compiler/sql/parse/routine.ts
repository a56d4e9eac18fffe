import type { InlineFunction, RoutineCharacteristic, RoutineParameter } from "../ast/routine.ts";
import { parseString } from "./literal.ts";
import {
  advance,
  at,
  atSequence,
  eat,
  eatSequence,
  endOf,
  expect,
  expected,
  kindAt,
  type Parser,
  parseIdentifier,
  parseQualifiedName,
  startOf,
} from "./parser.ts";
import { open, parseBracketed, parseCommas } from "./recover.ts";
import { parseStatement } from "./routine-statement.ts";
import { parseType } from "./type.ts";

/** `WITH FUNCTION … [, FUNCTION …]` in front of a query. */
export function parseFunctions(p: Parser): readonly InlineFunction[] {
  advance(p);
  return parseCommas(p, parseFunction);
}

function parseFunction(p: Parser): InlineFunction {
  const start = startOf(p);
  expect(p, "FUNCTION");
  const name = parseQualifiedName(p);
  const opener = open(p);
  let parameters: readonly RoutineParameter[] = [];
  if (!eat(p, ")") && opener >= 0) parameters = parseBracketed(p, opener, parseParameter);
  expect(p, "RETURNS");
  const returns = parseType(p);
  const characteristics: RoutineCharacteristic[] = [];
  for (let next = parseCharacteristic(p); next !== undefined; next = parseCharacteristic(p))
    characteristics.push(next);
  const body = parseStatement(p);
  return {
    kind: "inline-function",
    start,
    end: endOf(p, start),
    name,
    parameters,
    returns,
    characteristics,
    body,
  };
}

function parseParameter(p: Parser): RoutineParameter {
  const start = startOf(p);
  const next = kindAt(p, 1);
  const isNamed = next !== "," && next !== ")" && next !== "(" && next !== "<";
  const name = isNamed ? parseIdentifier(p) : undefined;
  const type = parseType(p);
  return { kind: "routine-parameter", start, end: endOf(p, start), name, type };
}

function parseCharacteristic(p: Parser): RoutineCharacteristic | undefined {
  const start = startOf(p);
  const make = (
    characteristic: RoutineCharacteristic["characteristic"],
    value?: string,
  ): RoutineCharacteristic => {
    return { kind: "routine-characteristic", start, end: endOf(p, start), characteristic, value };
  };
  if (eat(p, "LANGUAGE")) return make("language", parseIdentifier(p).name);
  if (eat(p, "DETERMINISTIC")) return make("deterministic");
  if (eatSequence(p, "NOT", "DETERMINISTIC")) return make("not deterministic");
  if (eatSequence(p, "RETURNS", "NULL", "ON", "NULL", "INPUT")) return make("returns null on null input");
  if (eatSequence(p, "CALLED", "ON", "NULL", "INPUT")) return make("called on null input");
  if (eatSequence(p, "SECURITY", "DEFINER")) return make("security definer");
  if (eatSequence(p, "SECURITY", "INVOKER")) return make("security invoker");
  if (at(p, "COMMENT")) {
    advance(p);
    const { value } = parseString(p);
    return make("comment", value);
  }
  if (atSequence(p, "SECURITY")) expected(p, "`security definer` or `security invoker`");
  return undefined;
}
