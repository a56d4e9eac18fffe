import type { Expression } from "../ast/expression.ts";
import type { Identifier, QualifiedName } from "../ast/node.ts";
import type { Query } from "../ast/query.ts";

/** The text made so far. Rules append to it, since gluing strings together would copy inner queries again and again. */
export interface Printer {
  readonly pieces: string[];
  readonly rules: PrintRules;
  indent: number;
}

/** The rules that are used by files they themselves need. */
export interface PrintRules {
  readonly query: (p: Printer, query: Query) => void;
  /** Puts parentheses around what binds looser than `level`. */
  readonly expression: (p: Printer, expression: Expression, level: number) => void;
}

/** How close things bind; source: the order of alternatives in Trino's grammar. */
export const LEVEL = {
  any: 0,
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  concatenation: 5,
  sum: 6,
  product: 7,
  sign: 8,
  timeZone: 9,
  primary: 10,
} as const;

export function write(p: Printer, ...pieces: readonly string[]): void {
  for (const piece of pieces) p.pieces.push(piece);
}

export function newLine(p: Printer): void {
  p.pieces.push("\n", "  ".repeat(p.indent));
}

export function writeList<Item>(p: Printer, items: readonly Item[], print: (item: Item) => void): void {
  items.forEach((item, index) => {
    if (index > 0) write(p, ", ");
    print(item);
  });
}

export function writeExpressions(p: Printer, items: readonly Expression[]): void {
  writeList(p, items, (item) => p.rules.expression(p, item, LEVEL.any));
}

/** A query in parentheses, on lines of its own. */
export function writeQuery(p: Printer, query: Query): void {
  write(p, "(");
  p.indent++;
  newLine(p);
  p.rules.query(p, query);
  p.indent--;
  newLine(p);
  write(p, ")");
}

export function writeIdentifier(p: Printer, { name, isQuoted }: Identifier): void {
  write(p, isQuoted ? `"${name.replaceAll('"', '""')}"` : name);
}

export function writeIdentifiers(p: Printer, names: readonly Identifier[]): void {
  writeList(p, names, (name) => writeIdentifier(p, name));
}

/** `(a, b)` with a space before, or nothing for an empty list. */
export function writeColumnList(p: Printer, names: readonly Identifier[]): void {
  if (names.length === 0) return;
  write(p, " (");
  writeIdentifiers(p, names);
  write(p, ")");
}

export function writeName(p: Printer, { parts }: QualifiedName): void {
  parts.forEach((part, index) => {
    if (index > 0) write(p, ".");
    writeIdentifier(p, part);
  });
}

export function stringText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
