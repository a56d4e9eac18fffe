import type { Descriptor, TableArgument, TableFunction, TableFunctionArgument } from "../ast/relation.ts";
import {
  LEVEL,
  type Printer,
  write,
  writeColumnList,
  writeExpressions,
  writeIdentifier,
  writeList,
  writeName,
  writeQuery,
} from "./printer.ts";
import { printType } from "./type.ts";
import { printSortItem } from "./window.ts";

export function printTableFunction(p: Printer, { name, arguments: args, copartition }: TableFunction): void {
  write(p, "table(");
  writeName(p, name);
  write(p, "(");
  writeList(p, args, (argument) => printArgument(p, argument));
  if (copartition.length > 0) {
    write(p, args.length > 0 ? " copartition " : "copartition ");
    writeList(p, copartition, (tables) => {
      write(p, "(");
      writeList(p, tables, (table) => writeName(p, table));
      write(p, ")");
    });
  }
  write(p, "))");
}

function printArgument(p: Printer, { name, value }: TableFunctionArgument): void {
  if (name !== undefined) {
    writeIdentifier(p, name);
    write(p, " => ");
  }
  if (value.kind === "table-argument") printTableArgument(p, value);
  else if (value.kind === "descriptor") printDescriptor(p, value);
  else p.rules.expression(p, value, LEVEL.any);
}

function printDescriptor(p: Printer, { fields }: Descriptor): void {
  if (fields.length === 0) {
    write(p, "cast(null as descriptor)");
    return;
  }
  write(p, "descriptor(");
  writeList(p, fields, ({ name, type }) => {
    writeIdentifier(p, name);
    if (type === undefined) return;
    write(p, " ");
    printType(p, type);
  });
  write(p, ")");
}

function printTableArgument(p: Printer, node: TableArgument): void {
  const { relation, alias, columns, partitionBy, whenEmpty, orderBy } = node;
  write(p, "table");
  if (relation.kind === "query-relation") {
    writeQuery(p, relation.query);
  } else {
    write(p, relation.kind === "face" ? `(${relation.face}(` : "(");
    writeName(p, relation.name);
    write(p, relation.kind === "face" ? "))" : ")");
  }
  if (alias !== undefined) {
    write(p, " as ");
    writeIdentifier(p, alias);
    writeColumnList(p, columns);
  }
  if (partitionBy !== undefined) {
    write(p, " partition by (");
    writeExpressions(p, partitionBy);
    write(p, ")");
  }
  if (whenEmpty !== undefined) write(p, ` ${whenEmpty} when empty`);
  if (orderBy.length === 0) return;
  write(p, " order by (");
  writeList(p, orderBy, (item) => printSortItem(p, item));
  write(p, ")");
}
