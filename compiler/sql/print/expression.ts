import type { Binary, Expression, Field } from "../ast/expression.ts";
import { printCall, printCase, printListagg } from "./call.ts";
import { printJsonFunction } from "./json.ts";
import {
  LEVEL,
  type Printer,
  stringText,
  write,
  writeExpressions,
  writeIdentifier,
  writeIdentifiers,
  writeList,
  writeName,
  writeQuery,
} from "./printer.ts";
import { printType } from "./type.ts";
import { printOver } from "./window.ts";

export function printExpression(p: Printer, expression: Expression, level: number): void {
  if (levelOf(expression) >= level) {
    printBare(p, expression);
    return;
  }
  write(p, "(");
  printBare(p, expression);
  write(p, ")");
}

function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case "lambda":
      return LEVEL.any;
    case "logical":
      return expression.operator === "or" ? LEVEL.or : LEVEL.and;
    case "not":
      return LEVEL.not;
    case "comparison":
    case "quantified-comparison":
    case "between":
    case "in-list":
    case "in-query":
    case "like":
    case "is-null":
    case "is-distinct":
      return LEVEL.comparison;
    case "binary":
      return binaryLevel(expression);
    case "unary":
      return LEVEL.sign;
    case "at-time-zone":
      return LEVEL.timeZone;
    default:
      return LEVEL.primary;
  }
}

function binaryLevel({ operator }: Binary): number {
  if (operator === "||") return LEVEL.concatenation;
  return operator === "+" || operator === "-" ? LEVEL.sum : LEVEL.product;
}

/** An operand of a comparison. */
function printOperand(p: Printer, operand: Expression): void {
  printExpression(p, operand, LEVEL.concatenation);
}

function printAny(p: Printer, expression: Expression): void {
  printExpression(p, expression, LEVEL.any);
}

function printBare(p: Printer, node: Expression): void {
  switch (node.kind) {
    case "null":
    case "current":
    case "boolean":
    case "number":
    case "string":
    case "binary-string":
    case "typed-literal":
    case "interval":
    case "parameter":
      printLiteral(p, node);
      return;
    case "column":
      writeName(p, { ...node, kind: "name" });
      return;
    case "field":
      printField(p, node);
      return;
    case "subscript":
      printExpression(p, node.base, node.base.kind === "column" ? LEVEL.any : LEVEL.primary);
      write(p, "[");
      printOperand(p, node.index);
      write(p, "]");
      return;
    case "logical": {
      const level = node.operator === "or" ? LEVEL.and : LEVEL.not;
      node.terms.forEach((term, index) => {
        if (index > 0) write(p, ` ${node.operator} `);
        printExpression(p, term, level);
      });
      return;
    }
    case "not":
      write(p, "not ");
      printExpression(p, node.operand, LEVEL.not);
      return;
    case "binary":
      printBinary(p, node);
      return;
    case "unary":
      // Two signs without a space would start a comment.
      write(p, node.operator, node.operand.kind === "unary" ? " " : "");
      printExpression(p, node.operand, LEVEL.sign);
      return;
    case "at-time-zone":
      printExpression(p, node.operand, LEVEL.timeZone);
      write(p, " at time zone ");
      printAny(p, node.zone);
      return;
    case "lambda":
      printLambda(p, node.parameters.length === 1, node);
      return;
    case "row":
      write(p, "row(");
      writeExpressions(p, node.items);
      write(p, ")");
      return;
    case "array":
      write(p, "array[");
      writeExpressions(p, node.items);
      write(p, "]");
      return;
    case "scalar-query":
      writeQuery(p, node.query);
      return;
    case "exists":
      write(p, "exists ");
      writeQuery(p, node.query);
      return;
    case "case":
      printCase(p, node);
      return;
    case "cast":
      write(p, node.isTry ? "try_cast(" : "cast(");
      printAny(p, node.operand);
      write(p, " as ");
      printType(p, node.type);
      write(p, ")");
      return;
    case "call":
      printCall(p, node);
      return;
    case "listagg":
      printListagg(p, node);
      return;
    case "measure-over":
      writeIdentifier(p, node.name);
      printOver(p, node.over);
      return;
    case "extract":
    case "trim":
    case "substring":
    case "position":
    case "normalize":
    case "grouping":
      printSpecialCall(p, node);
      return;
    case "json-exists":
    case "json-value":
    case "json-query":
    case "json-object":
    case "json-array":
      printJsonFunction(p, node);
      return;
    case "comparison":
    case "quantified-comparison":
    case "between":
    case "in-list":
    case "in-query":
    case "like":
    case "is-null":
    case "is-distinct":
      printPredicate(p, node);
      return;
    case "missing":
      return;
  }
}

type ByKind<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function printLiteral(
  p: Printer,
  node: ByKind<
    | "null"
    | "current"
    | "boolean"
    | "number"
    | "string"
    | "binary-string"
    | "typed-literal"
    | "interval"
    | "parameter"
  >,
): void {
  switch (node.kind) {
    case "null":
      write(p, "null");
      return;
    case "current":
      write(p, node.value, node.precision === undefined ? "" : `(${node.precision})`);
      return;
    case "boolean":
      write(p, node.value ? "true" : "false");
      return;
    case "number":
      write(p, node.text);
      return;
    case "string":
      write(p, stringText(node.value));
      return;
    case "binary-string":
      write(p, `X'${node.digits}'`);
      return;
    case "typed-literal":
      writeIdentifier(p, node.type);
      write(p, " ", stringText(node.value));
      return;
    case "interval":
      write(
        p,
        "interval ",
        node.sign === undefined ? "" : `${node.sign} `,
        stringText(node.value),
        " ",
        node.from,
      );
      write(p, node.to === undefined ? "" : ` to ${node.to}`);
      return;
    case "parameter":
      write(p, "?");
      return;
  }
}

/** `(a).b` keeps its parentheses, without which it would be a column with its relation. */
function printField(p: Printer, { base, field }: Field): void {
  const isSafe =
    base.kind === "field" ||
    base.kind === "subscript" ||
    base.kind === "call" ||
    base.kind === "scalar-query";
  if (isSafe) printBare(p, base);
  else {
    write(p, "(");
    printBare(p, base);
    write(p, ")");
  }
  write(p, ".");
  writeIdentifier(p, field);
}

/** A run of operators leans to the left and may be thousands long. */
function printBinary(p: Printer, node: Binary): void {
  const spine: Binary[] = [node];
  let first = node.left;
  while (first.kind === "binary" && binaryLevel(first) >= binaryLevel(spine[spine.length - 1] ?? node)) {
    spine.push(first);
    first = first.left;
  }
  printExpression(p, first, binaryLevel(spine[spine.length - 1] ?? node));
  for (const { operator, right } of spine.reverse()) {
    write(p, " ", operator, " ");
    printExpression(p, right, binaryLevel({ ...node, operator }) + 1);
  }
}

function printLambda(p: Printer, isBare: boolean, { parameters, body }: ByKind<"lambda">): void {
  if (!isBare) write(p, "(");
  writeIdentifiers(p, parameters);
  write(p, isBare ? " -> " : ") -> ");
  printAny(p, body);
}

function printPredicate(
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

function printSpecialCall(
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
