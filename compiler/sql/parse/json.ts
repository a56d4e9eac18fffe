import type {
  JsonArray,
  JsonExists,
  JsonMember,
  JsonObject,
  JsonQuery,
  JsonReturning,
  JsonValue,
} from "../ast/json.ts";
import {
  parseEmptyAndError,
  parseExistsBehavior,
  parseFormat,
  parseInput,
  parsePath,
  parseQueryBehavior,
  parseQuotes,
  parseValueBehavior,
  parseWrapper,
} from "./json-clauses.ts";
import {
  advance,
  at,
  eat,
  eatSequence,
  endOf,
  expect,
  expected,
  kindAt,
  type Parser,
  startOf,
} from "./parser.ts";
import { close, open, parseList } from "./recover.ts";
import { parseType } from "./type.ts";

type JsonExpression = JsonExists | JsonValue | JsonQuery | JsonObject | JsonArray;

export function atJsonFunction(p: Parser): boolean {
  switch (kindAt(p)) {
    case "JSON_EXISTS":
    case "JSON_VALUE":
    case "JSON_QUERY":
    case "JSON_OBJECT":
    case "JSON_ARRAY":
      return true;
    default:
      return false;
  }
}

export function parseJsonFunction(p: Parser): JsonExpression {
  const start = startOf(p);
  const kind = kindAt(p);
  advance(p);
  const opener = open(p);
  switch (kind) {
    case "JSON_EXISTS":
      return parseExists(p, start, opener);
    case "JSON_VALUE":
      return parseValueFunction(p, start, opener);
    case "JSON_QUERY":
      return parseQueryFunction(p, start, opener);
    case "JSON_OBJECT":
      return parseObject(p, start, opener);
    default:
      return parseArray(p, start, opener);
  }
}

function parseExists(p: Parser, start: number, opener: number): JsonExists {
  const path = parsePath(p);
  const onError = at(p, ")") ? undefined : parseExistsBehavior(p);
  if (onError !== undefined) expect(p, "ON", "ERROR");
  close(p, opener);
  return { kind: "json-exists", start, end: endOf(p, start), path, onError };
}

function parseValueFunction(p: Parser, start: number, opener: number): JsonValue {
  const path = parsePath(p);
  const returning = eat(p, "RETURNING") ? parseType(p) : undefined;
  const { onEmpty, onError } = parseEmptyAndError(p, parseValueBehavior);
  close(p, opener);
  return { kind: "json-value", start, end: endOf(p, start), path, returning, onEmpty, onError };
}

function parseQueryFunction(p: Parser, start: number, opener: number): JsonQuery {
  const path = parsePath(p);
  const returning = parseReturning(p);
  const wrapper = parseWrapper(p);
  const quotes = parseQuotes(p);
  const { onEmpty, onError } = parseEmptyAndError(p, parseQueryBehavior);
  close(p, opener);
  return {
    kind: "json-query",
    start,
    end: endOf(p, start),
    path,
    returning,
    wrapper,
    quotes,
    onEmpty,
    onError,
  };
}

function parseReturning(p: Parser): JsonReturning | undefined {
  const start = startOf(p);
  if (!eat(p, "RETURNING")) return undefined;
  const type = parseType(p);
  const format = parseFormat(p);
  return { kind: "json-returning", start, end: endOf(p, start), type, format };
}

function parseObject(p: Parser, start: number, opener: number): JsonObject {
  const isEmpty = at(p, ")") || at(p, "RETURNING");
  const members = isEmpty ? [] : parseList(p, parseMember, atObjectEnd, "`)`");
  const onNull = isEmpty ? undefined : parseOnNull(p);
  const uniqueKeys = isEmpty ? undefined : parseUniqueKeys(p);
  const returning = parseReturning(p);
  close(p, opener);
  return { kind: "json-object", start, end: endOf(p, start), members, onNull, uniqueKeys, returning };
}

function atObjectEnd(p: Parser): boolean {
  const kind = kindAt(p);
  return (
    kind === ")" ||
    kind === "NULL" ||
    kind === "ABSENT" ||
    kind === "WITH" ||
    kind === "WITHOUT" ||
    kind === "RETURNING"
  );
}

/** `[KEY] key VALUE value` or `key : value`. */
function parseMember(p: Parser): JsonMember {
  const start = startOf(p);
  // `KEY` is a free word: in `key value 1` and `key : 1` it is the key itself.
  const next = kindAt(p, 1);
  if (at(p, "KEY") && next !== "VALUE" && next !== ":" && next !== "." && next !== "||") advance(p);
  const key = p.rules.expression(p);
  if (!eat(p, "VALUE") && !eat(p, ":")) expected(p, "`value` or `:`");
  const value = parseInput(p);
  return { kind: "json-member", start, end: endOf(p, start), key, value };
}

function parseUniqueKeys(p: Parser): "with" | "without" | undefined {
  const unique = at(p, "WITH") ? "with" : at(p, "WITHOUT") ? "without" : undefined;
  if (unique === undefined) return undefined;
  advance(p);
  expect(p, "UNIQUE");
  eat(p, "KEYS");
  return unique;
}

function parseOnNull(p: Parser): "null" | "absent" | undefined {
  if (eatSequence(p, "NULL", "ON", "NULL")) return "null";
  return eatSequence(p, "ABSENT", "ON", "NULL") ? "absent" : undefined;
}

function parseArray(p: Parser, start: number, opener: number): JsonArray {
  const isEmpty = at(p, ")") || at(p, "RETURNING");
  const items = isEmpty ? [] : parseList(p, parseInput, atObjectEnd, "`)`");
  const onNull = isEmpty ? undefined : parseOnNull(p);
  const returning = parseReturning(p);
  close(p, opener);
  return { kind: "json-array", start, end: endOf(p, start), items, onNull, returning };
}
