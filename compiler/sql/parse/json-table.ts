import type { JsonTable, JsonTableColumn, JsonTableDefaultPlan, JsonTablePlan } from "../ast/json.ts";
import {
  parseEmptyAndError,
  parseFormat,
  parsePath,
  parseQueryBehavior,
  parseQuotes,
  parseValueBehavior,
  parseWrapper,
} from "./json-clauses.ts";
import { parseString } from "./literal.ts";
import {
  advance,
  at,
  atSequence,
  eat,
  eatSequence,
  endOf,
  enter,
  expect,
  expected,
  leave,
  type Parser,
  parseIdentifier,
  startOf,
} from "./parser.ts";
import { close, open, parseBracketed } from "./recover.ts";
import { parseType } from "./type.ts";

export function parseJsonTable(p: Parser): JsonTable {
  const start = startOf(p);
  advance(p);
  const opener = open(p);
  const path = parsePath(p);
  const columns = parseColumns(p);
  const plan = parsePlan(p);
  const errorStart = startOf(p);
  let onError: JsonTable["onError"];
  if (at(p, "ERROR") || at(p, "EMPTY")) {
    const behavior = at(p, "ERROR") ? "error" : "empty";
    advance(p);
    expect(p, "ON", "ERROR");
    onError = {
      kind: "json-behavior",
      start: errorStart,
      end: endOf(p, errorStart),
      behavior,
      value: undefined,
    };
  }
  close(p, opener);
  return { kind: "json-table", start, end: endOf(p, start), path, columns, plan, onError };
}

function parseColumns(p: Parser): readonly JsonTableColumn[] {
  expect(p, "COLUMNS");
  const opener = open(p);
  return opener < 0 ? [] : parseBracketed(p, opener, parseColumn);
}

function parseColumn(p: Parser): JsonTableColumn {
  const start = startOf(p);
  if (at(p, "NESTED") && (p.kinds[p.at + 1] === "PATH" || p.kinds[p.at + 1] === "string")) {
    return parseNested(p, start);
  }
  const name = parseIdentifier(p);
  if (eatSequence(p, "FOR", "ORDINALITY"))
    return { kind: "json-ordinality-column", start, end: endOf(p, start), name };
  const type = parseType(p);
  const format = parseFormat(p);
  const path = eat(p, "PATH") ? parseString(p).value : undefined;
  if (format === undefined) {
    const behaviors = parseEmptyAndError(p, parseValueBehavior);
    return { kind: "json-value-column", start, end: endOf(p, start), name, type, path, ...behaviors };
  }
  const wrapper = parseWrapper(p);
  const quotes = parseQuotes(p);
  const behaviors = parseEmptyAndError(p, parseQueryBehavior);
  return {
    kind: "json-query-column",
    start,
    end: endOf(p, start),
    name,
    type,
    format,
    path,
    wrapper,
    quotes,
    ...behaviors,
  };
}

function parseNested(p: Parser, start: number): JsonTableColumn {
  advance(p);
  eat(p, "PATH");
  const path = parseString(p).value;
  const pathName = eat(p, "AS") ? parseIdentifier(p) : undefined;
  const columns = enter(p) ? parseColumns(p) : [];
  leave(p);
  return { kind: "json-nested-columns", start, end: endOf(p, start), path, pathName, columns };
}

function parsePlan(p: Parser): JsonTablePlan | JsonTableDefaultPlan | undefined {
  const isDefault = atSequence(p, "PLAN", "DEFAULT");
  if (!eat(p, "PLAN")) return undefined;
  if (isDefault) advance(p);
  const opener = open(p);
  const plan = isDefault ? parseDefaultPlan(p) : parseSpecificPlan(p);
  close(p, opener);
  return plan;
}

function parseDefaultPlan(p: Parser): JsonTableDefaultPlan {
  const start = startOf(p);
  let parentChild: JsonTableDefaultPlan["parentChild"];
  let siblings: JsonTableDefaultPlan["siblings"];
  do {
    if (at(p, "OUTER") || at(p, "INNER")) parentChild = at(p, "OUTER") ? "outer" : "inner";
    else if (at(p, "UNION") || at(p, "CROSS")) siblings = at(p, "UNION") ? "union" : "cross";
    else expected(p, "`outer`, `inner`, `union` or `cross`");
    advance(p);
  } while (!p.isPanicking && eat(p, ","));
  return { kind: "json-plan-default", start, end: endOf(p, start), parentChild, siblings };
}

function parseSpecificPlan(p: Parser): JsonTablePlan {
  const start = startOf(p);
  const first = parsePlanPrimary(p);
  if (first.kind === "json-plan-leaf" && (at(p, "OUTER") || at(p, "INNER"))) {
    const join = at(p, "OUTER") ? "outer" : "inner";
    advance(p);
    const child = parsePlanPrimary(p);
    return { kind: "json-plan-join", start, end: endOf(p, start), parent: first, join, child };
  }
  if (!at(p, "UNION") && !at(p, "CROSS")) return first;
  const word = at(p, "UNION") ? "UNION" : "CROSS";
  const siblings = [first];
  while (eat(p, word)) siblings.push(parsePlanPrimary(p));
  return {
    kind: "json-plan-set",
    start,
    end: endOf(p, start),
    operator: word === "UNION" ? "union" : "cross",
    siblings,
  };
}

function parsePlanPrimary(p: Parser): JsonTablePlan {
  const start = startOf(p);
  if (!at(p, "(") || !enter(p)) {
    const name = parseIdentifier(p, "the name of a path");
    return { kind: "json-plan-leaf", start, end: endOf(p, start), name };
  }
  const opener = open(p);
  const plan = parseSpecificPlan(p);
  close(p, opener);
  leave(p);
  return plan;
}
