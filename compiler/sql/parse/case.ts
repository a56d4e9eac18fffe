import type { Case, CaseBranch } from "../ast/expression.ts";
import { advance, at, eat, endOf, expect, expected, type Parser, startOf } from "./parser.ts";

export function parseCase(p: Parser): Case {
  const start = startOf(p);
  advance(p);
  const operand = at(p, "WHEN") ? undefined : p.rules.expression(p);
  const branches: CaseBranch[] = [];
  while (at(p, "WHEN")) branches.push(parseBranch(p));
  if (branches.length === 0) expected(p, "`when`");
  const otherwise = eat(p, "ELSE") ? p.rules.expression(p) : undefined;
  expect(p, "END");
  return { kind: "case", start, end: endOf(p, start), operand, branches, otherwise };
}

function parseBranch(p: Parser): CaseBranch {
  const start = startOf(p);
  advance(p);
  const condition = p.rules.expression(p);
  expect(p, "THEN");
  const result = p.rules.expression(p);
  return { kind: "when", start, end: endOf(p, start), condition, result };
}
