import type { Query } from "../ast/query.ts";
import { printExpression } from "./expression.ts";
import type { Printer } from "./printer.ts";
import { printQuery } from "./query.ts";

/**
 * The one text of a query: keywords in lower case, one clause a line, no needless parentheses. Parsing it gives
 * the same tree again, positions aside. Comments are not kept. A tree with `missing` nodes gives text that is
 * not SQL.
 */
export function print(query: Query): string {
  const p: Printer = { pieces: [], rules: { query: printQuery, expression: printExpression }, indent: 0 };
  printQuery(p, query);
  return p.pieces.join("");
}
