import type {
  GroupingElement,
  GroupingSet,
  Query,
  QueryBody,
  Select,
  SelectItem,
  SetOperation,
  With,
} from "../ast/query.ts";
import {
  LEVEL,
  newLine,
  type Printer,
  write,
  writeColumnList,
  writeExpressions,
  writeIdentifier,
  writeList,
  writeName,
  writeQuery,
} from "./printer.ts";
import { printRelation } from "./relation.ts";
import { printFunctions } from "./routine.ts";
import { printOrderBy, printWindow } from "./window.ts";

export function printQuery(p: Printer, query: Query): void {
  if (query.session.length > 0) {
    write(p, "with session ");
    writeList(p, query.session, ({ name, value }) => {
      writeName(p, name);
      write(p, " = ");
      p.rules.expression(p, value, LEVEL.any);
    });
    newLine(p);
  }
  if (query.functions.length > 0) {
    printFunctions(p, query.functions);
    newLine(p);
  }
  if (query.with !== undefined) {
    printWith(p, query.with);
    newLine(p);
  }
  printBody(p, query.body);
  if (query.orderBy.length > 0) newLine(p);
  printOrderBy(p, query.orderBy);
  if (query.offset !== undefined) {
    newLine(p);
    write(p, "offset ", query.offset.count ?? "?", " rows");
  }
  printLimit(p, query.limit);
}

function printLimit(p: Printer, limit: Query["limit"]): void {
  if (limit === undefined) return;
  newLine(p);
  const count = limit.rows?.count ?? "?";
  if (limit.kind === "limit") {
    write(p, "limit ", limit.rows === undefined ? "all" : count);
    return;
  }
  write(
    p,
    "fetch first ",
    limit.rows === undefined ? "" : `${count} `,
    "rows ",
    limit.withTies ? "with ties" : "only",
  );
}

function printWith(p: Printer, { isRecursive, tables }: With): void {
  write(p, isRecursive ? "with recursive " : "with ");
  writeList(p, tables, ({ name, columns, query }) => {
    writeIdentifier(p, name);
    writeColumnList(p, columns);
    write(p, " as ");
    writeQuery(p, query);
  });
}

function printBody(p: Printer, body: QueryBody): void {
  switch (body.kind) {
    case "select":
      printSelect(p, body);
      return;
    case "set-operation":
      printSetOperations(p, body);
      return;
    case "values":
      write(p, "values ");
      writeExpressions(p, body.rows);
      return;
    case "table-query":
      write(p, "table ");
      writeName(p, body.name);
      return;
    case "nested-query":
      writeQuery(p, body.query);
      return;
    case "missing":
      return;
    default:
      body satisfies never;
  }
}

/** A run of set operations leans to the left and may be thousands long. */
function printSetOperations(p: Printer, last: SetOperation): void {
  const operations: SetOperation[] = [];
  let first: QueryBody = last;
  for (; first.kind === "set-operation"; first = first.left) operations.push(first);
  printBody(p, first);
  for (const { operator, quantifier, corresponding, right } of operations.reverse()) {
    newLine(p);
    write(p, operator, quantifier === undefined ? "" : ` ${quantifier}`);
    if (corresponding !== undefined) {
      write(p, " corresponding", corresponding.columns.length > 0 ? " by" : "");
      writeColumnList(p, corresponding.columns);
    }
    newLine(p);
    printBody(p, right);
  }
}

function printSelect(p: Printer, select: Select): void {
  write(p, "select ", select.quantifier === undefined ? "" : `${select.quantifier} `);
  writeList(p, select.items, (item) => printItem(p, item));
  if (select.from.length > 0) {
    newLine(p);
    write(p, "from ");
    writeList(p, select.from, (relation) => printRelation(p, relation));
  }
  printCondition(p, "where ", select.where);
  if (select.groupBy !== undefined) {
    newLine(p);
    write(p, "group by ", select.groupBy.quantifier === undefined ? "" : `${select.groupBy.quantifier} `);
    writeList(p, select.groupBy.elements, (element) => printGroupingElement(p, element));
  }
  printCondition(p, "having ", select.having);
  if (select.windows.length === 0) return;
  newLine(p);
  write(p, "window ");
  writeList(p, select.windows, ({ name, window }) => {
    writeIdentifier(p, name);
    write(p, " as ");
    printWindow(p, window);
  });
}

function printCondition(p: Printer, word: string, condition: Select["where"]): void {
  if (condition === undefined) return;
  newLine(p);
  write(p, word);
  p.rules.expression(p, condition, LEVEL.any);
}

function printItem(p: Printer, item: SelectItem): void {
  if (item.kind === "select-item") {
    p.rules.expression(p, item.expression, LEVEL.any);
    if (item.alias === undefined) return;
    write(p, " as ");
    writeIdentifier(p, item.alias);
    return;
  }
  if (item.base !== undefined) {
    // `5.` would be a number.
    const isNumber = item.base.kind === "number";
    if (isNumber) write(p, "(");
    p.rules.expression(p, item.base, LEVEL.primary);
    write(p, isNumber ? ")." : ".");
  }
  write(p, "*");
  if (item.aliases.length > 0) write(p, " as");
  writeColumnList(p, item.aliases);
}

function printGroupingElement(p: Printer, element: GroupingElement): void {
  switch (element.kind) {
    case "group-by-auto":
      write(p, "auto");
      return;
    case "grouping-set":
      printGroupingSet(p, element);
      return;
    case "grouping-sets":
      write(p, element.form, " (");
      writeList(p, element.sets, (set) => printGroupingSet(p, set));
      write(p, ")");
      return;
  }
}

function printGroupingSet(p: Printer, { isParenthesized, expressions }: GroupingSet): void {
  if (isParenthesized) write(p, "(");
  writeExpressions(p, expressions);
  if (isParenthesized) write(p, ")");
}
