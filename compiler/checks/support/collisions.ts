import type { GraphNode } from "../../graph/graph.ts";

/** Columns whose names differ only in case, each with the one before it. */
export function collisions(node: Pick<GraphNode, "columns">): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const found = new Map<string, string>();
  for (const { name } of node.columns) {
    const other = first.get(name.toLowerCase());
    if (other === undefined) first.set(name.toLowerCase(), name);
    else found.set(name, other);
  }
  // The first of a pair is named by the second.
  for (const other of [...found.values()]) if (!found.has(other)) found.set(other, other);
  return found;
}
