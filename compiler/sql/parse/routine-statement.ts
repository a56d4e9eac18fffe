import type { Identifier } from "../ast/node.ts";
import type { RoutineBranch, RoutineLoop, RoutineStatement, RoutineVariable } from "../ast/routine.ts";
import type { TokenKind } from "../tokens.ts";
import {
  advance,
  at,
  eat,
  endOf,
  enter,
  expect,
  expected,
  kindAt,
  leave,
  type Parser,
  parseIdentifier,
  startOf,
} from "./parser.ts";
import { parseCommas } from "./recover.ts";
import { parseType } from "./type.ts";

/** One statement in the body of a function, without the semicolon behind it; Trino's `controlStatement`. */
export function parseStatement(p: Parser): RoutineStatement {
  const start = startOf(p);
  if (!enter(p)) return { kind: "routine-missing", start, end: start };
  const statement = parseKind(p, start);
  leave(p);
  return statement;
}

function parseKind(p: Parser, start: number): RoutineStatement {
  const isLabelled = kindAt(p, 1) === ":";
  const label = isLabelled ? parseIdentifier(p, "a label") : undefined;
  if (isLabelled) advance(p);
  const kind = kindAt(p);
  switch (kind) {
    case "LOOP":
    case "WHILE":
    case "REPEAT":
      return parseLoop(p, start, label, kind);
    case "RETURN": {
      advance(p);
      const value = p.rules.value(p);
      return { kind: "routine-return", start, end: endOf(p, start), value };
    }
    case "SET": {
      advance(p);
      const target = parseIdentifier(p);
      expect(p, "=");
      const value = p.rules.expression(p);
      return { kind: "routine-set", start, end: endOf(p, start), target, value };
    }
    case "CASE":
      return parseCase(p, start);
    case "IF":
      return parseIf(p, start);
    case "ITERATE":
    case "LEAVE": {
      advance(p);
      const target = parseIdentifier(p, "a label");
      return {
        kind: "routine-jump",
        start,
        end: endOf(p, start),
        jump: kind === "LEAVE" ? "leave" : "iterate",
        label: target,
      };
    }
    case "BEGIN":
      return parseBlock(p, start);
    default:
      expected(p, "a statement such as `return`");
      return { kind: "routine-missing", start, end: endOf(p, start) };
  }
}

function parseLoop(
  p: Parser,
  start: number,
  label: Identifier | undefined,
  kind: "LOOP" | "WHILE" | "REPEAT",
): RoutineLoop {
  advance(p);
  let condition: RoutineLoop["condition"];
  if (kind === "WHILE") {
    condition = p.rules.expression(p);
    expect(p, "DO");
  }
  const statements = parseStatements(p);
  if (kind === "REPEAT" && expect(p, "UNTIL")) condition = p.rules.expression(p);
  expect(p, "END", kind);
  const loop = kind === "LOOP" ? "loop" : kind === "WHILE" ? "while" : "repeat";
  return { kind: "routine-loop", start, end: endOf(p, start), loop, label, condition, statements };
}

function parseCase(p: Parser, start: number): RoutineStatement {
  advance(p);
  const operand = at(p, "WHEN") ? undefined : p.rules.expression(p);
  const branches: RoutineBranch[] = [];
  while (at(p, "WHEN")) branches.push(parseBranch(p));
  if (branches.length === 0) expected(p, "`when`");
  const otherwise = eat(p, "ELSE") ? parseStatements(p) : undefined;
  expect(p, "END", "CASE");
  return { kind: "routine-case", start, end: endOf(p, start), operand, branches, otherwise };
}

function parseIf(p: Parser, start: number): RoutineStatement {
  const branches = [parseBranch(p)];
  while (at(p, "ELSEIF")) branches.push(parseBranch(p));
  const otherwise = eat(p, "ELSE") ? parseStatements(p) : undefined;
  expect(p, "END", "IF");
  return { kind: "routine-if", start, end: endOf(p, start), branches, otherwise };
}

/** `WHEN`, `IF` or `ELSEIF`, a condition, `THEN`, statements. */
function parseBranch(p: Parser): RoutineBranch {
  const start = startOf(p);
  advance(p);
  const condition = p.rules.expression(p);
  expect(p, "THEN");
  const statements = parseStatements(p);
  return { kind: "routine-branch", start, end: endOf(p, start), condition, statements };
}

function parseBlock(p: Parser, start: number): RoutineStatement {
  advance(p);
  const variables: RoutineVariable[] = [];
  while (at(p, "DECLARE") && !p.isPanicking) {
    variables.push(parseVariable(p));
    expect(p, ";");
  }
  const statements = parseStatements(p);
  expect(p, "END");
  return { kind: "routine-block", start, end: endOf(p, start), variables, statements };
}

function parseVariable(p: Parser): RoutineVariable {
  const start = startOf(p);
  advance(p);
  const names = parseCommas(p, parseIdentifier);
  const type = parseType(p);
  const initial = eat(p, "DEFAULT") ? p.rules.value(p) : undefined;
  return { kind: "routine-variable", start, end: endOf(p, start), names, type, initial };
}

const LIST_ENDS = new Set<TokenKind>(["END", "ELSE", "ELSEIF", "WHEN", "UNTIL", "end"]);

/** Statements, each with a semicolon behind it. */
function parseStatements(p: Parser): readonly RoutineStatement[] {
  const statements: RoutineStatement[] = [];
  while (!p.isPanicking && !LIST_ENDS.has(kindAt(p))) {
    statements.push(parseStatement(p));
    expect(p, ";");
  }
  return statements;
}
