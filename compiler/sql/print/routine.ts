import type { InlineFunction, RoutineCharacteristic, RoutineStatement } from "../ast/routine.ts";
import {
  LEVEL,
  newLine,
  type Printer,
  stringText,
  write,
  writeIdentifier,
  writeIdentifiers,
  writeList,
  writeName,
} from "./printer.ts";
import { printType } from "./type.ts";

/** `with function …`. */
export function printFunctions(p: Printer, functions: readonly InlineFunction[]): void {
  write(p, "with ");
  writeList(p, functions, (node) => printFunction(p, node));
}

function printFunction(
  p: Printer,
  { name, parameters, returns, characteristics, body }: InlineFunction,
): void {
  write(p, "function ");
  writeName(p, name);
  write(p, "(");
  writeList(p, parameters, (parameter) => {
    if (parameter.name !== undefined) {
      writeIdentifier(p, parameter.name);
      write(p, " ");
    }
    printType(p, parameter.type);
  });
  write(p, ") returns ");
  printType(p, returns);
  for (const characteristic of characteristics) printCharacteristic(p, characteristic);
  newLine(p);
  printStatement(p, body);
}

function printCharacteristic(p: Printer, { characteristic, value = "" }: RoutineCharacteristic): void {
  write(p, " ", characteristic);
  if (characteristic === "language") write(p, ` ${value}`);
  if (characteristic === "comment") write(p, ` ${stringText(value)}`);
}

function printStatements(p: Printer, statements: readonly RoutineStatement[]): void {
  p.indent++;
  for (const statement of statements) {
    newLine(p);
    printStatement(p, statement);
    write(p, ";");
  }
  p.indent--;
  newLine(p);
}

function printStatement(p: Printer, node: RoutineStatement): void {
  switch (node.kind) {
    case "routine-return":
      write(p, "return ");
      p.rules.expression(p, node.value, LEVEL.concatenation);
      return;
    case "routine-set":
      write(p, "set ");
      writeIdentifier(p, node.target);
      write(p, " = ");
      p.rules.expression(p, node.value, LEVEL.any);
      return;
    case "routine-jump":
      write(p, node.jump, " ");
      writeIdentifier(p, node.label);
      return;
    case "routine-case":
    case "routine-if":
      printBranches(p, node);
      return;
    case "routine-block":
      printBlock(p, node);
      return;
    case "routine-loop":
      printLoop(p, node);
      return;
    case "routine-missing":
      return;
    default:
      node satisfies never;
  }
}

type ByKind<Kind extends RoutineStatement["kind"]> = Extract<RoutineStatement, { readonly kind: Kind }>;

function printBranches(p: Printer, node: ByKind<"routine-case" | "routine-if">): void {
  const isCase = node.kind === "routine-case";
  if (isCase) write(p, "case ");
  if (isCase && node.operand !== undefined) {
    p.rules.expression(p, node.operand, LEVEL.any);
    write(p, " ");
  }
  node.branches.forEach(({ condition, statements }, index) => {
    write(p, isCase ? "when " : index === 0 ? "if " : "elseif ");
    p.rules.expression(p, condition, LEVEL.any);
    write(p, " then");
    printStatements(p, statements);
  });
  if (node.otherwise !== undefined) {
    write(p, "else");
    printStatements(p, node.otherwise);
  }
  write(p, isCase ? "end case" : "end if");
}

function printBlock(p: Printer, { variables, statements }: ByKind<"routine-block">): void {
  write(p, "begin");
  p.indent++;
  for (const { names, type, initial } of variables) {
    newLine(p);
    write(p, "declare ");
    writeIdentifiers(p, names);
    write(p, " ");
    printType(p, type);
    if (initial !== undefined) {
      write(p, " default ");
      p.rules.expression(p, initial, LEVEL.concatenation);
    }
    write(p, ";");
  }
  p.indent--;
  printStatements(p, statements);
  write(p, "end");
}

function printLoop(p: Printer, { label, loop, condition, statements }: ByKind<"routine-loop">): void {
  if (label !== undefined) {
    writeIdentifier(p, label);
    write(p, ": ");
  }
  write(p, loop);
  if (loop === "while" && condition !== undefined) {
    write(p, " ");
    p.rules.expression(p, condition, LEVEL.any);
    write(p, " do");
  }
  printStatements(p, statements);
  if (loop === "repeat" && condition !== undefined) {
    write(p, "until ");
    p.rules.expression(p, condition, LEVEL.any);
    write(p, " ");
  }
  write(p, "end ", loop);
}
