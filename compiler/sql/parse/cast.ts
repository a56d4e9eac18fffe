import type { Cast } from "../ast/expression.ts";
import { advance, at, endOf, expect, type Parser, startOf } from "./parser.ts";
import { close, open } from "./recover.ts";
import { parseType } from "./type.ts";

/** `CAST(x AS type)` or `TRY_CAST(x AS type)`. */
export function parseCast(p: Parser): Cast {
  const start = startOf(p);
  const isTry = at(p, "TRY_CAST");
  advance(p);
  const opener = open(p);
  const operand = p.rules.expression(p);
  expect(p, "AS");
  const type = parseType(p);
  close(p, opener);
  return { kind: "cast", start, end: endOf(p, start), isTry, operand, type };
}
