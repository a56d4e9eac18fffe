import type { Graph, NodeId } from "../compiler/graph/graph.ts";
import { suggest } from "../compiler/text/suggest.ts";

/** The nodes that a user may mean by `model:daily_revenue`, `daily_revenue` or `shop.orders`. */
export function findNodes(graph: Graph, wanted: string): readonly NodeId[] {
  return [...graph.nodes.values()]
    .filter((node) => node.id === wanted || node.name === wanted)
    .map((node) => node.id);
}

/** What to say of a declaration that is not there. */
export function unknownNode(graph: Graph, wanted: string): string {
  const meant = suggest(
    wanted,
    [...graph.nodes.values()].flatMap((node) => [node.name, node.id]),
  );
  return `there is no declaration \`${wanted}\`${meant === undefined ? "" : `; did you mean \`${meant}\`?`}\n`;
}
