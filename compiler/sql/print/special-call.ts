import type { Expression } from "../ast/expression.ts";
import { LEVEL, type Printer, write, writeIdentifier, writeList, writeName } from "./printer.ts";

type ByKind<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

export function printSpecialCall(
  p: Printer,
  node: ByKind<"extract" | "trim" | "substring" | "position" | "normalize" | "grouping">,
): void {
  write(p, node.kind, "(");
  switch (node.kind) {
    case "extract":
      writeIdentifier(p, node.field);
      write(p, " from ");
      printOperand(p, node.operand);
      break;
    case "trim":
      if (node.side !== undefined) write(p, node.side, " ");
      if (node.characters !== undefined) printOperand(p, node.characters);
      if (node.characters !== undefined) write(p, " ");
      if (node.characters !== undefined || node.side !== undefined) write(p, "from ");
      printOperand(p, node.operand);
      break;
    case "substring":
      printOperand(p, node.operand);
      write(p, " from ");
      printOperand(p, node.from);
      if (node.length !== undefined) write(p, " for ");
      if (node.length !== undefined) printOperand(p, node.length);
      break;
    case "position":
      printOperand(p, node.needle);
      write(p, " in ");
      printOperand(p, node.operand);
      break;
    case "normalize":
      printOperand(p, node.operand);
      if (node.form !== undefined) write(p, ", ", node.form);
      break;
    case "grouping":
      writeList(p, node.columns, (column) => writeName(p, column));
      break;
  }
  write(p, ")");
}

function printOperand(p: Printer, operand: Expression): void {
  p.rules.expression(p, operand, LEVEL.concatenation);
}
