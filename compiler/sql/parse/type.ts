import type { DataType, RowField, TypeNumber } from "../ast/type.ts";
import { isName, type TokenKind } from "../tokens.ts";
import { reportForeign } from "./foreign.ts";
import { intervalFieldAt, parseIntervalFields } from "./literal.ts";
import {
  advance,
  at,
  atSequence,
  chain,
  eat,
  eatSequence,
  endOf,
  enter,
  expect,
  expected,
  identifierAt,
  kindAt,
  leave,
  type Parser,
  parseIdentifier,
  startOf,
  textAt,
} from "./parser.ts";
import { close, open, parseBracketed } from "./recover.ts";

/** A data type with the `ARRAY`s behind it. */
export function parseType(p: Parser): DataType {
  const start = startOf(p);
  if (!enter(p)) return { kind: "missing-type", start, end: start };
  let type = parseBaseType(p);
  for (let length = 0; at(p, "ARRAY") && chain(p, length); length++) {
    advance(p);
    if (atSequence(p, "[", "integer", "]")) {
      reportForeign(p, p.at, "an array type has no length", "remove it", p.at + 2);
      advance(p, 3);
    }
    type = { kind: "array-type", start, end: endOf(p, start), element: type };
  }
  leave(p);
  return type;
}

function parseBaseType(p: Parser): DataType {
  const start = startOf(p);
  const kind = kindAt(p);
  const next = kindAt(p, 1);
  if (!isName(kind)) {
    expected(p, "a type");
    return { kind: "missing-type", start, end: start };
  }
  if (kind === "ROW" && next === "(") {
    advance(p, 2);
    const fields = parseBracketed(p, p.at - 1, parseRowField);
    return { kind: "row-type", start, end: endOf(p, start), fields };
  }
  if (kind === "INTERVAL" && intervalFieldAt(p, 1) !== undefined) {
    advance(p);
    const [from, to] = parseIntervalFields(p, p.at, "");
    return { kind: "interval-type", start, end: endOf(p, start), from, to };
  }
  if (kind === "TIME" || kind === "TIMESTAMP")
    return parseTimeType(p, kind === "TIME" ? "time" : "timestamp");
  if (kind === "ARRAY" && (next === "<" || next === "(")) {
    advance(p);
    const [element] = parseTypeArguments(p, 1);
    return { kind: "array-type", start, end: endOf(p, start), element: element ?? missingType(p) };
  }
  if (kind === "MAP" && (next === "<" || next === "(")) {
    advance(p);
    const [key, value] = parseTypeArguments(p, 2);
    return {
      kind: "map-type",
      start,
      end: endOf(p, start),
      key: key ?? missingType(p),
      value: value ?? missingType(p),
    };
  }
  const name = identifierAt(p, p.at);
  advance(p);
  if (kind === "DOUBLE") eat(p, "PRECISION");
  const parameters = at(p, "(") ? parseParameters(p) : [];
  return { kind: "named-type", start, end: endOf(p, start), name, parameters };
}

function missingType(p: Parser): DataType {
  const start = startOf(p);
  return { kind: "missing-type", start, end: start };
}

function parseTimeType(p: Parser, base: "time" | "timestamp"): DataType {
  const start = startOf(p);
  advance(p);
  const precision = at(p, "(") ? parseParameters(p)[0] : undefined;
  const hasTimeZone = eatSequence(p, "WITH", "TIME", "ZONE");
  if (!hasTimeZone) eatSequence(p, "WITHOUT", "TIME", "ZONE");
  return { kind: "time-type", start, end: endOf(p, start), base, precision, hasTimeZone };
}

function parseParameters(p: Parser): readonly (DataType | TypeNumber)[] {
  return parseBracketed(p, open(p), parseParameter);
}

function parseParameter(p: Parser): DataType | TypeNumber {
  if (!at(p, "integer")) return parseType(p);
  const start = startOf(p);
  advance(p);
  return { kind: "type-number", start, end: endOf(p, start), text: textAt(p, p.at - 1) };
}

/** The types of `array(…)` and `map(…)`, in parentheses or between `<` and `>`. */
function parseTypeArguments(p: Parser, count: number): readonly DataType[] {
  const opener = p.at;
  const isAngled = at(p, "<");
  advance(p);
  const types = [parseType(p)];
  while (types.length < count && expect(p, ",")) types.push(parseType(p));
  if (isAngled) expect(p, ">");
  else close(p, opener);
  return types;
}

function parseRowField(p: Parser): RowField {
  const start = startOf(p);
  const name = startsNamedField(p) ? parseIdentifier(p) : undefined;
  const type = parseType(p);
  return { kind: "row-field", start, end: endOf(p, start), name, type };
}

/** Whether `name type` stands here and not a type alone, which may have several words. */
function startsNamedField(p: Parser): boolean {
  const next = kindAt(p, 1);
  if (!isName(next) || !isName(kindAt(p))) return false;
  const isEnd = (kind: TokenKind): boolean =>
    kind === "," || kind === ")" || kind === "ARRAY" || kind === "[";
  if (next === "ARRAY") return !(isEnd(kindAt(p, 2)) && kindAt(p, 2) !== "ARRAY") && kindAt(p, 2) !== "ARRAY";
  if (at(p, "DOUBLE") && next === "PRECISION") return !isEnd(kindAt(p, 2));
  if (at(p, "INTERVAL") && intervalFieldAt(p, 1) !== undefined)
    return !isEnd(kindAt(p, 2)) && kindAt(p, 2) !== "TO";
  if ((at(p, "TIME") || at(p, "TIMESTAMP")) && next === "WITHOUT") return kindAt(p, 2) !== "TIME";
  return true;
}
