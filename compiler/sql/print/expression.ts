import type { AtTimeZone, Binary, Expression, Field, Subscript } from "../ast/expression.ts";
import { printCall, printCase, printListagg } from "./call.ts";
import { printJsonFunction } from "./json.ts";
import { printLiteral } from "./literal.ts";
import { printPredicate } from "./predicate.ts";
import {
  LEVEL,
  type Printer,
  write,
  writeExpressions,
  writeIdentifier,
  writeIdentifiers,
  writeName,
  writeQuery,
} from "./printer.ts";
import { printSpecialCall } from "./special-call.ts";
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
      printPostfixes(p, node);
      return;
    case "subscript":
      printPostfixes(p, node);
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
      printZones(p, node);
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
    default:
      node satisfies never;
  }
}

type ByKind<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** A run of fields and subscripts, which may be thousands long. */
function printPostfixes(p: Printer, last: Field | Subscript): void {
  const postfixes: (Field | Subscript)[] = [];
  let first: Expression = last;
  for (; first.kind === "field" || first.kind === "subscript"; first = first.base) postfixes.push(first);
  printPostfixBase(p, first, postfixes[postfixes.length - 1]?.kind === "field");
  for (const postfix of postfixes.reverse()) {
    if (postfix.kind === "field") {
      write(p, ".");
      writeIdentifier(p, postfix.field);
    } else {
      write(p, "[");
      printOperand(p, postfix.index);
      write(p, "]");
    }
  }
}

/** `(a).b` keeps its parentheses, without which it would be a column with its relation. */
function printPostfixBase(p: Printer, base: Expression, isFieldNext: boolean): void {
  if (!isFieldNext || base.kind === "call" || base.kind === "scalar-query") {
    printExpression(p, base, LEVEL.primary);
    return;
  }
  write(p, "(");
  printBare(p, base);
  write(p, ")");
}

function printZones(p: Printer, last: AtTimeZone): void {
  const zones: AtTimeZone["zone"][] = [];
  let first: Expression = last;
  for (; first.kind === "at-time-zone"; first = first.operand) zones.push(first.zone);
  printExpression(p, first, LEVEL.timeZone);
  for (const zone of zones.reverse()) {
    write(p, " at time zone ");
    printAny(p, zone);
  }
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
