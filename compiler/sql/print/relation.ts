import type { Aliased, Join, Relation, Sampled } from "../ast/relation.ts";
import { printJsonTable } from "./json-table.ts";
import { printMatchClauses } from "./pattern.ts";
import {
  LEVEL,
  newLine,
  type Printer,
  write,
  writeColumnList,
  writeExpressions,
  writeIdentifier,
  writeIdentifiers,
  writeName,
  writeQuery,
} from "./printer.ts";
import { printTableFunction } from "./table-function.ts";
import { printOrderBy } from "./window.ts";

export function printRelation(p: Printer, relation: Relation): void {
  switch (relation.kind) {
    case "table":
      writeName(p, relation.name);
      if (relation.period === undefined) return;
      write(p, ` for ${relation.period.range} as of `);
      p.rules.expression(p, relation.period.asOf, LEVEL.concatenation);
      return;
    case "face":
      write(p, relation.face, "(");
      writeName(p, relation.name);
      write(p, ")");
      return;
    case "query-relation":
      writeQuery(p, relation.query);
      return;
    case "lateral":
      write(p, "lateral ");
      writeQuery(p, relation.query);
      return;
    case "unnest":
      write(p, "unnest(");
      writeExpressions(p, relation.expressions);
      write(p, relation.withOrdinality ? ") with ordinality" : ")");
      return;
    case "table-function":
      printTableFunction(p, relation);
      return;
    case "json-table":
      printJsonTable(p, relation);
      return;
    case "aliased":
      printAliased(p, relation);
      return;
    case "sampled":
      printSampled(p, relation);
      return;
    case "match-recognize":
      printMatchRecognize(p, relation);
      return;
    case "join":
      printJoins(p, relation);
      return;
    case "missing":
      return;
    default:
      relation satisfies never;
  }
}

/** Parentheses around joins and around what has already had its alias or sample. */
function printInner(p: Printer, relation: Relation, needsParentheses: readonly Relation["kind"][]): void {
  if (!needsParentheses.includes(relation.kind)) {
    printRelation(p, relation);
    return;
  }
  write(p, "(");
  printRelation(p, relation);
  write(p, ")");
}

function printAliased(p: Printer, { relation, alias, columns }: Aliased): void {
  printInner(p, relation, ["join", "aliased", "sampled"]);
  write(p, " as ");
  writeIdentifier(p, alias);
  writeColumnList(p, columns);
}

function printSampled(p: Printer, { relation, method, percentage }: Sampled): void {
  printInner(p, relation, ["join", "sampled"]);
  write(p, ` tablesample ${method} (`);
  p.rules.expression(p, percentage, LEVEL.any);
  write(p, ")");
}

const ROWS = {
  one: "one row per match",
  all: "all rows per match",
  "all-show-empty": "all rows per match show empty matches",
  "all-omit-empty": "all rows per match omit empty matches",
  "all-with-unmatched": "all rows per match with unmatched rows",
} as const;

function printMatchRecognize(
  p: Printer,
  node: Extract<Relation, { readonly kind: "match-recognize" }>,
): void {
  printInner(p, node.input, ["join", "sampled", "match-recognize"]);
  write(p, " match_recognize (");
  if (node.partitionBy.length > 0) {
    write(p, "partition by ");
    writeExpressions(p, node.partitionBy);
    write(p, " ");
  }
  printOrderBy(p, node.orderBy);
  if (node.orderBy.length > 0) write(p, " ");
  printMatchClauses(p, { ...node, rows: node.rows === undefined ? undefined : ROWS[node.rows] });
  write(p, ")");
}

/** A run of joins leans to the left and may be thousands long. */
function printJoins(p: Printer, last: Join): void {
  const joins: Join[] = [];
  let first: Relation = last;
  for (; first.kind === "join"; first = first.left) joins.push(first);
  printRelation(p, first);
  for (const join of joins.reverse()) printJoin(p, join);
}

function printJoin(p: Printer, { type, isNatural, right, on, using }: Join): void {
  newLine(p);
  write(p, isNatural ? "natural " : "", type === "inner" ? "" : `${type} `, "join ");
  printInner(p, right, ["join"]);
  if (on !== undefined) {
    write(p, " on ");
    p.rules.expression(p, on, LEVEL.any);
  }
  if (using.length === 0) return;
  write(p, " using (");
  writeIdentifiers(p, using);
  write(p, ")");
}
