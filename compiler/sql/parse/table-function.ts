import type { QualifiedName } from "../ast/node.ts";
import type {
  Descriptor,
  DescriptorField,
  TableArgument,
  TableFunction,
  TableFunctionArgument,
} from "../ast/relation.ts";
import { isName } from "../tokens.ts";
import { atFace, parseFace } from "./face.ts";
import {
  advance,
  at,
  atName,
  atSequence,
  eat,
  eatSequence,
  endOf,
  expect,
  kindAt,
  type Parser,
  parseIdentifier,
  parseQualifiedName,
  startOf,
} from "./parser.ts";
import { atClause, close, open, parseBracketed, parseCommas, parseList } from "./recover.ts";
import { parseType } from "./type.ts";
import { parseSortItem } from "./window.ts";

/** `TABLE(name(arguments))` in `FROM`. */
export function parseTableFunction(p: Parser): TableFunction {
  const start = startOf(p);
  advance(p);
  const outer = open(p);
  const name = parseQualifiedName(p, "a table function");
  const inner = open(p, "`(` with the arguments of the table function");
  const isEmpty = inner < 0 || at(p, ")") || atCopartition(p);
  const args = isEmpty ? [] : parseList(p, parseArgument, atArgumentsEnd, "`)`");
  const copartition = eat(p, "COPARTITION") ? parseCommas(p, parseCopartition) : [];
  close(p, inner);
  close(p, outer);
  return { kind: "table-function", start, end: endOf(p, start), name, arguments: args, copartition };
}

function atCopartition(p: Parser): boolean {
  return atSequence(p, "COPARTITION", "(");
}

function atArgumentsEnd(p: Parser): boolean {
  return at(p, ")") || atCopartition(p);
}

function parseCopartition(p: Parser): readonly QualifiedName[] {
  const opener = open(p);
  return opener < 0 ? [] : parseBracketed(p, opener, parseQualifiedName);
}

function parseArgument(p: Parser): TableFunctionArgument {
  const start = startOf(p);
  const isNamed = atName(p) && kindAt(p, 1) === "=>";
  const name = isNamed ? parseIdentifier(p) : undefined;
  if (isNamed) advance(p);
  const value = parseArgumentValue(p);
  return { kind: "table-function-argument", start, end: endOf(p, start), name, value };
}

function parseArgumentValue(p: Parser): TableFunctionArgument["value"] {
  if (atSequence(p, "TABLE", "(")) return parseTableArgument(p);
  if (atSequence(p, "DESCRIPTOR", "(")) return parseDescriptor(p);
  if (atSequence(p, "CAST", "(", "NULL", "AS", "DESCRIPTOR", ")")) {
    const start = startOf(p);
    advance(p, 6);
    return { kind: "descriptor", start, end: endOf(p, start), fields: [] };
  }
  return p.rules.expression(p);
}

function parseDescriptor(p: Parser): Descriptor {
  const start = startOf(p);
  advance(p, 2);
  const fields = parseBracketed(p, p.at - 1, parseDescriptorField);
  return { kind: "descriptor", start, end: endOf(p, start), fields };
}

function parseDescriptorField(p: Parser): DescriptorField {
  const start = startOf(p);
  const name = parseIdentifier(p);
  const type = isName(kindAt(p)) ? parseType(p) : undefined;
  return { kind: "descriptor-field", start, end: endOf(p, start), name, type };
}

function parseTableArgument(p: Parser): TableArgument {
  const start = startOf(p);
  advance(p);
  const holdsQuery = p.brackets.holdsQuery[p.at] === 1;
  const opener = open(p);
  const relation = holdsQuery ? parseQueryRelation(p) : parseTable(p);
  close(p, opener);
  const hasAlias = eat(p, "AS") || atAliasWord(p);
  const alias = hasAlias ? parseIdentifier(p) : undefined;
  const columns = hasAlias && at(p, "(") ? parseBracketed(p, open(p), parseIdentifier) : [];
  const partitionBy = eatSequence(p, "PARTITION", "BY") ? parsePartition(p) : undefined;
  let whenEmpty: TableArgument["whenEmpty"];
  if (eatSequence(p, "PRUNE", "WHEN", "EMPTY")) whenEmpty = "prune";
  else if (eatSequence(p, "KEEP", "WHEN", "EMPTY")) whenEmpty = "keep";
  const orderBy = parseArgumentOrder(p);
  return {
    kind: "table-argument",
    start,
    end: endOf(p, start),
    relation,
    alias,
    columns,
    partitionBy,
    whenEmpty,
    orderBy,
  };
}

function parseQueryRelation(p: Parser): TableArgument["relation"] {
  const start = startOf(p);
  const query = p.rules.query(p);
  return { kind: "query-relation", start, end: endOf(p, start), query };
}

function parseTable(p: Parser): TableArgument["relation"] {
  const start = startOf(p);
  if (atFace(p)) return parseFace(p);
  const name = parseQualifiedName(p, "a table");
  return { kind: "table", start, end: endOf(p, start), name, period: undefined };
}

/** Free words that start the next part of the argument are no alias. */
function atAliasWord(p: Parser): boolean {
  if (!atName(p) || atClause(p) || atCopartition(p)) return false;
  if (at(p, "PARTITION")) return kindAt(p, 1) !== "BY";
  return (!at(p, "PRUNE") && !at(p, "KEEP")) || kindAt(p, 1) !== "WHEN";
}

function parsePartition(p: Parser): TableArgument["partitionBy"] {
  if (!at(p, "(")) return [p.rules.expression(p)];
  if (kindAt(p, 1) === ")") {
    advance(p, 2);
    return [];
  }
  return parseBracketed(p, open(p), p.rules.expression);
}

function parseArgumentOrder(p: Parser): TableArgument["orderBy"] {
  if (!at(p, "ORDER")) return [];
  if (kindAt(p, 2) !== "(") {
    advance(p);
    expect(p, "BY");
    return [parseSortItem(p)];
  }
  advance(p);
  expect(p, "BY");
  return at(p, "(") ? parseBracketed(p, open(p), parseSortItem) : [];
}
