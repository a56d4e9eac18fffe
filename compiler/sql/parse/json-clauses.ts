import type {
  JsonArgument,
  JsonBehavior,
  JsonFormat,
  JsonInput,
  JsonPath,
  JsonQuotes,
  JsonWrapper,
} from "../ast/json.ts";
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
  startOf,
} from "./parser.ts";
import { parseCommas } from "./recover.ts";

/*
 * The clauses that JSON functions and `JSON_TABLE` share.
 */

export function parsePath(p: Parser): JsonPath {
  const start = startOf(p);
  const input = parseInput(p);
  expect(p, ",");
  const path = parseString(p, "the JSON path as a string").value;
  const pathName = eat(p, "AS") ? parseIdentifier(p) : undefined;
  const passing = eat(p, "PASSING") ? parseCommas(p, parseArgument) : [];
  return { kind: "json-path", start, end: endOf(p, start), input, path, pathName, passing };
}

export function parseInput(p: Parser): JsonInput {
  const start = startOf(p);
  const expression = p.rules.expression(p);
  const format = parseFormat(p);
  return { kind: "json-input", start, end: endOf(p, start), expression, format };
}

/** `FORMAT JSON [ENCODING …]`. */
export function parseFormat(p: Parser): JsonFormat | undefined {
  const start = startOf(p);
  if (!eat(p, "FORMAT")) return undefined;
  expect(p, "JSON");
  let encoding: JsonFormat["encoding"];
  if (eat(p, "ENCODING")) {
    encoding = at(p, "UTF8") ? "utf8" : at(p, "UTF16") ? "utf16" : at(p, "UTF32") ? "utf32" : undefined;
    if (encoding === undefined) expected(p, "`utf8`, `utf16` or `utf32`");
    else advance(p);
  }
  return { kind: "json-format", start, end: endOf(p, start), encoding };
}

function parseArgument(p: Parser): JsonArgument {
  const start = startOf(p);
  const input = parseInput(p);
  expect(p, "AS");
  const name = parseIdentifier(p);
  return { kind: "json-argument", start, end: endOf(p, start), input, name };
}

type Behavior = JsonBehavior["behavior"];

function behavior(p: Parser, start: number, name: Behavior): JsonBehavior {
  return { kind: "json-behavior", start, end: endOf(p, start), behavior: name, value: undefined };
}

export function parseExistsBehavior(p: Parser): JsonBehavior {
  const start = startOf(p);
  for (const [kind, name] of [
    ["TRUE", "true"],
    ["FALSE", "false"],
    ["UNKNOWN", "unknown"],
    ["ERROR", "error"],
  ] as const) {
    if (eat(p, kind)) return behavior(p, start, name);
  }
  expected(p, "`true`, `false`, `unknown` or `error`");
  return behavior(p, start, "error");
}

export function parseValueBehavior(p: Parser): JsonBehavior {
  const start = startOf(p);
  if (eat(p, "ERROR")) return behavior(p, start, "error");
  if (eat(p, "NULL")) return behavior(p, start, "null");
  if (!eat(p, "DEFAULT")) expected(p, "`error`, `null` or `default`");
  const value = p.rules.expression(p);
  return { ...behavior(p, start, "default"), value };
}

export function parseQueryBehavior(p: Parser): JsonBehavior {
  const start = startOf(p);
  if (eat(p, "ERROR")) return behavior(p, start, "error");
  if (eat(p, "NULL")) return behavior(p, start, "null");
  if (eatSequence(p, "EMPTY", "ARRAY")) return behavior(p, start, "empty-array");
  if (!eatSequence(p, "EMPTY", "OBJECT")) expected(p, "`error`, `null`, `empty array` or `empty object`");
  return behavior(p, start, "empty-object");
}

/** `… ON EMPTY … ON ERROR`, each of them optional. */
export function parseEmptyAndError(
  p: Parser,
  parse: (p: Parser) => JsonBehavior,
): { readonly onEmpty: JsonBehavior | undefined; readonly onError: JsonBehavior | undefined } {
  if (!atBehavior(p)) return { onEmpty: undefined, onError: undefined };
  const first = parse(p);
  expect(p, "ON");
  if (!eat(p, "EMPTY")) {
    expect(p, "ERROR");
    return { onEmpty: undefined, onError: first };
  }
  if (!atBehavior(p)) return { onEmpty: first, onError: undefined };
  const onError = parse(p);
  expect(p, "ON", "ERROR");
  return { onEmpty: first, onError };
}

function atBehavior(p: Parser): boolean {
  const kind = kindAt(p);
  return kind === "ERROR" || kind === "NULL" || kind === "DEFAULT" || kind === "EMPTY";
}

/** `WITHOUT [ARRAY] WRAPPER`, `WITH [CONDITIONAL|UNCONDITIONAL] [ARRAY] WRAPPER`. */
export function parseWrapper(p: Parser): JsonWrapper | undefined {
  let wrapper: JsonWrapper;
  if (eat(p, "WITHOUT")) {
    wrapper = "without";
  } else if (eat(p, "WITH")) {
    wrapper = eat(p, "CONDITIONAL") ? "with-conditional" : "with";
    if (wrapper === "with") eat(p, "UNCONDITIONAL");
  } else {
    return undefined;
  }
  eat(p, "ARRAY");
  expect(p, "WRAPPER");
  return wrapper;
}

/** `KEEP|OMIT QUOTES [ON SCALAR STRING]`. */
export function parseQuotes(p: Parser): JsonQuotes | undefined {
  const start = startOf(p);
  const quotes = at(p, "KEEP") ? "keep" : at(p, "OMIT") ? "omit" : undefined;
  if (quotes === undefined) return undefined;
  advance(p);
  expect(p, "QUOTES");
  const isOnScalarString = atSequence(p, "ON", "SCALAR");
  if (isOnScalarString) expect(p, "ON", "SCALAR", "STRING");
  return { kind: "json-quotes", start, end: endOf(p, start), quotes, isOnScalarString };
}
