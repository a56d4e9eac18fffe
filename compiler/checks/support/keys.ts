import type { GraphNode } from "../../graph/graph.ts";

/** The key of a captured table: its primary key, else the columns of its replica identity. */
export function keyOf(node: GraphNode<"table">): readonly string[] {
  const declared = node.columns.filter((column) => column.spec.primaryKey).map((column) => column.name);
  return declared.length > 0 ? declared : (node.declaration.options.keys ?? []);
}
