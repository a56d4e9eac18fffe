import { downstreamOf, type Graph, type NodeId, upstreamOf } from "../compiler/graph/graph.ts";

/** The nodes, and what they need or what needs them; all nodes where none is given. */
export function selectNodes(
  graph: Graph,
  start: readonly NodeId[] | undefined,
  directions: { readonly upstream: boolean; readonly downstream: boolean },
): ReadonlySet<NodeId> {
  if (start === undefined) return new Set(graph.nodes.keys());
  const found = new Set<NodeId>(start);
  if (directions.upstream)
    for (const id of reach(start, (id) => upstreamOf(graph, id).map((edge) => edge.from))) found.add(id);
  if (directions.downstream)
    for (const id of reach(start, (id) => downstreamOf(graph, id).map((edge) => edge.to))) found.add(id);
  return found;
}

function reach(start: readonly NodeId[], next: (id: NodeId) => readonly NodeId[]): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>(start);
  const waiting = [...start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const other of next(id))
      if (!seen.has(other)) {
        seen.add(other);
        waiting.push(other);
      }
  return seen;
}
