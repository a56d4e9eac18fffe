import type { Mark } from "../../diagnostics/mark.ts";
import type { GraphColumn, GraphNode } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { type ResultColumn, sqlMark } from "../../graph/sql-text.ts";

/** A declared column with what the query yields under its name. */
export interface YieldedColumn {
  readonly column: GraphColumn;
  readonly result: ResultColumn;
  /** Where it stands in the query. */
  readonly at: Mark;
}

/** The columns of a model that both its declaration and its query have. */
export function resultColumns(node: Pick<GraphNode, "columns" | "mark" | "sql">): readonly YieldedColumn[] {
  const { sql } = node;
  if (sql?.result === undefined) return [];
  const results = new Map(sql.result.map((result) => [result.name?.toLowerCase(), result]));
  return node.columns.flatMap((column) => {
    const result = results.get(column.name.toLowerCase());
    if (result === undefined) return [];
    const { span } = result;
    const at = span === undefined ? markAt(node.mark, "sql") : sqlMark(sql, span.start, span.end);
    return [{ column, result, at }];
  });
}
