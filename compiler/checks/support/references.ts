import type { Graph, GraphColumn, GraphNode, NodeId } from "../../graph/graph.ts";

/** Where the path of a `.references(..)` leads. */
export interface ReferenceTarget {
  /** Whether the text has a table and a column at all. */
  readonly isPath: boolean;
  readonly table: string;
  readonly name: string;
  readonly node?: GraphNode;
  readonly column?: GraphColumn;
}

/** Follows a path: in a table it means its own source; elsewhere any relation of the project. */
export function referenceTarget(graph: Graph, from: GraphNode, path: string): ReferenceTarget {
  const dot = path.lastIndexOf(".");
  const table = dot < 0 ? path : path.slice(0, dot);
  const name = dot < 0 ? "" : path.slice(dot + 1);
  const told = { isPath: dot > 0 && name !== "", table, name };
  const node = candidates(from, table)
    .map((id) => graph.nodes.get(id))
    .find((found) => found !== undefined);
  if (node === undefined) return told;
  const column = node.columns.find((candidate) => candidate.name === name);
  return column === undefined ? { ...told, node } : { ...told, node, column };
}

function candidates(from: GraphNode, table: string): readonly NodeId[] {
  if (from.declaration.kind === "table") return [`table:${from.declaration.source}.${table}`];
  return [`model:${table}`, `seed:${table}`, `external:${table}`, `table:${table}`];
}
