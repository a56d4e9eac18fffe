import type { Call, Case, Expression, Listagg } from "../ast/expression.ts";
import {
  LEVEL,
  type Printer,
  stringText,
  write,
  writeExpressions,
  writeIdentifier,
  writeName,
} from "./printer.ts";
import { printOrderBy, printOver } from "./window.ts";

export function printCall(p: Printer, node: Call): void {
  if (node.mode !== undefined) write(p, node.mode, " ");
  writeName(p, node.name);
  write(p, "(");
  if (node.star !== undefined) {
    if (node.star.label !== undefined) writeIdentifier(p, node.star.label);
    write(p, node.star.label === undefined ? "*" : ".*");
  }
  if (node.quantifier !== undefined) write(p, node.quantifier, " ");
  writeExpressions(p, node.arguments);
  if (node.orderBy.length > 0 && node.arguments.length > 0) write(p, " ");
  printOrderBy(p, node.orderBy);
  write(p, ")");
  printFilter(p, node.filter);
  if (node.nulls !== undefined) write(p, ` ${node.nulls} nulls`);
  if (node.over !== undefined) printOver(p, node.over);
}

function printFilter(p: Printer, filter: Expression | undefined): void {
  if (filter === undefined) return;
  write(p, " filter (where ");
  p.rules.expression(p, filter, LEVEL.any);
  write(p, ")");
}

export function printListagg(p: Printer, node: Listagg): void {
  write(p, "listagg(", node.quantifier === undefined ? "" : `${node.quantifier} `);
  p.rules.expression(p, node.operand, LEVEL.any);
  if (node.separator !== undefined) write(p, ", ", stringText(node.separator));
  if (node.overflow?.behavior === "error") write(p, " on overflow error");
  if (node.overflow?.behavior === "truncate") {
    write(p, " on overflow truncate ");
    if (node.overflow.filler !== undefined) write(p, stringText(node.overflow.filler), " ");
    write(p, node.overflow.hasCount ? "with count" : "without count");
  }
  write(p, ") within group (");
  printOrderBy(p, node.orderBy);
  write(p, ")");
  printFilter(p, node.filter);
}

export function printCase(p: Printer, node: Case): void {
  write(p, "case ");
  if (node.operand !== undefined) {
    p.rules.expression(p, node.operand, LEVEL.any);
    write(p, " ");
  }
  for (const { condition, result } of node.branches) {
    write(p, "when ");
    p.rules.expression(p, condition, LEVEL.any);
    write(p, " then ");
    p.rules.expression(p, result, LEVEL.any);
    write(p, " ");
  }
  if (node.otherwise !== undefined) {
    write(p, "else ");
    p.rules.expression(p, node.otherwise, LEVEL.any);
    write(p, " ");
  }
  write(p, "end");
}
