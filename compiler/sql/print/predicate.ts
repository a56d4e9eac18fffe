import type { Expression } from "../ast/expression.ts";
import { LEVEL, type Printer, write, writeExpressions, writeQuery } from "./printer.ts";

type ByKind<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

export function printPredicate(
  p: Printer,
  node: ByKind<
    | "comparison"
    | "quantified-comparison"
    | "between"
    | "in-list"
    | "in-query"
    | "like"
    | "is-null"
    | "is-distinct"
  >,
): void {
  const not = "isNegated" in node && node.isNegated ? "not " : "";
  printOperand(p, "operand" in node ? node.operand : node.left);
  switch (node.kind) {
    case "comparison":
      write(p, ` ${node.operator} `);
      printOperand(p, node.right);
      return;
    case "quantified-comparison":
      write(p, ` ${node.operator} ${node.quantifier} `);
      writeQuery(p, node.query);
      return;
    case "between":
      write(p, ` ${not}between `);
      printOperand(p, node.low);
      write(p, " and ");
      printOperand(p, node.high);
      return;
    case "in-list":
      write(p, ` ${not}in (`);
      writeExpressions(p, node.list);
      write(p, ")");
      return;
    case "in-query":
      write(p, ` ${not}in `);
      writeQuery(p, node.query);
      return;
    case "like":
      write(p, ` ${not}like `);
      printOperand(p, node.pattern);
      if (node.escape === undefined) return;
      write(p, " escape ");
      printOperand(p, node.escape);
      return;
    case "is-null":
      write(p, ` is ${not}null`);
      return;
    case "is-distinct":
      write(p, ` is ${not}distinct from `);
      printOperand(p, node.right);
      return;
  }
}

function printOperand(p: Printer, operand: Expression): void {
  p.rules.expression(p, operand, LEVEL.concatenation);
}
