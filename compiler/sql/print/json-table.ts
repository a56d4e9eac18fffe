import type { JsonTable, JsonTableColumn, JsonTableDefaultPlan, JsonTablePlan } from "../ast/json.ts";
import {
  printBehavior,
  printEmptyAndError,
  printFormat,
  printPath,
  printQuotes,
  printWrapper,
} from "./json.ts";
import { type Printer, stringText, write, writeIdentifier, writeList } from "./printer.ts";
import { printType } from "./type.ts";

export function printJsonTable(p: Printer, { path, columns, plan, onError }: JsonTable): void {
  write(p, "json_table(");
  printPath(p, path);
  printColumns(p, columns);
  if (plan !== undefined) printPlan(p, plan);
  if (onError !== undefined) printBehavior(p, onError, " on error");
  write(p, ")");
}

function printColumns(p: Printer, columns: readonly JsonTableColumn[]): void {
  write(p, " columns (");
  writeList(p, columns, (column) => printColumn(p, column));
  write(p, ")");
}

function printColumn(p: Printer, column: JsonTableColumn): void {
  if (column.kind === "json-nested-columns") {
    write(p, "nested path ", stringText(column.path));
    if (column.pathName !== undefined) {
      write(p, " as ");
      writeIdentifier(p, column.pathName);
    }
    printColumns(p, column.columns);
    return;
  }
  writeIdentifier(p, column.name);
  if (column.kind === "json-ordinality-column") {
    write(p, " for ordinality");
    return;
  }
  write(p, " ");
  printType(p, column.type);
  if (column.kind === "json-query-column") printFormat(p, column.format);
  if (column.path !== undefined) write(p, " path ", stringText(column.path));
  if (column.kind === "json-query-column") {
    printWrapper(p, column.wrapper);
    printQuotes(p, column.quotes);
  }
  printEmptyAndError(p, column);
}

function printPlan(p: Printer, plan: JsonTablePlan | JsonTableDefaultPlan): void {
  if (plan.kind === "json-plan-default") {
    const parts = [plan.parentChild, plan.siblings].filter((part) => part !== undefined);
    write(p, ` plan default (${parts.join(", ")})`);
    return;
  }
  write(p, " plan (");
  printSpecificPlan(p, plan);
  write(p, ")");
}

function printSpecificPlan(p: Printer, plan: JsonTablePlan): void {
  switch (plan.kind) {
    case "json-plan-leaf":
      writeIdentifier(p, plan.name);
      return;
    case "json-plan-join":
      writeIdentifier(p, plan.parent.name);
      write(p, ` ${plan.join} `);
      printPlanOperand(p, plan.child);
      return;
    case "json-plan-set":
      plan.siblings.forEach((sibling, index) => {
        if (index > 0) write(p, ` ${plan.operator} `);
        printPlanOperand(p, sibling);
      });
  }
}

function printPlanOperand(p: Printer, plan: JsonTablePlan): void {
  if (plan.kind === "json-plan-leaf") {
    writeIdentifier(p, plan.name);
    return;
  }
  write(p, "(");
  printSpecificPlan(p, plan);
  write(p, ")");
}
