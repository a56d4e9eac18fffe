import type { Graph, GraphNode } from "../../graph/graph.ts";
import type { SqlText } from "../../graph/sql-text.ts";
import { lex } from "../../sql/lexer.ts";

/** All SQL of a declaration: its query first, then its tests, checks and metrics. */
export function sqlTexts(node: GraphNode): readonly SqlText[] {
  return [...(node.sql === undefined ? [] : [node.sql]), ...node.furtherSql.values()];
}

/** Every declaration with SQL. */
export function withSql(graph: Graph): readonly GraphNode[] {
  return [...graph.nodes.values()].filter((node) => node.sql !== undefined || node.furtherSql.size > 0);
}

/** Whether there is a query at all: not only blanks and comments. */
export function hasQuery(node: { readonly sql?: SqlText }): boolean {
  if (node.sql === undefined) return false;
  return node.sql.relations.size > 0 || lex(node.sql.analysed).kinds.some((kind) => kind !== "end");
}
