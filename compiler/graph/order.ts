import type { Edge, NodeId } from "./graph.ts";

/** Edges that order a build; a test's reference does not. */
export function ordersBuild(edge: Edge): boolean {
  return edge.why !== "refers";
}

/**
 * Every node after what it needs, by depth and then by id, so that a new declaration moves only what depends on it.
 * Nodes in or behind a cycle come last.
 */
export function topologicalOrder(
  ids: readonly NodeId[],
  upstream: ReadonlyMap<NodeId, readonly Edge[]>,
  downstream: ReadonlyMap<NodeId, readonly Edge[]>,
): { readonly order: readonly NodeId[]; readonly stuck: readonly NodeId[] } {
  const waiting = new Map<NodeId, number>();
  for (const id of ids) waiting.set(id, (upstream.get(id) ?? []).filter(ordersBuild).length);
  let level = ids.filter((id) => waiting.get(id) === 0);
  const order: NodeId[] = [];
  while (level.length > 0) {
    order.push(...level);
    const next: NodeId[] = [];
    for (const id of level)
      for (const edge of downstream.get(id) ?? []) {
        if (!ordersBuild(edge)) continue;
        const left = (waiting.get(edge.to) ?? 0) - 1;
        waiting.set(edge.to, left);
        if (left === 0) next.push(edge.to);
      }
    level = next.sort();
  }
  const done = new Set(order);
  const stuck = ids.filter((id) => !done.has(id));
  return { order: [...order, ...stuck], stuck };
}

/** One shortest cycle for each group of nodes that need each other; each starts at its smallest id. */
export function findCycles(
  stuck: readonly NodeId[],
  downstream: ReadonlyMap<NodeId, readonly Edge[]>,
): readonly (readonly NodeId[])[] {
  const among = new Set(stuck);
  const covered = new Set<NodeId>();
  const cycles: (readonly NodeId[])[] = [];
  for (const start of stuck) {
    if (covered.has(start)) continue;
    const cycle = shortestCycle(start, among, downstream);
    if (cycle === undefined) continue;
    for (const id of cycle) covered.add(id);
    cycles.push(cycle);
  }
  return cycles;
}

function shortestCycle(
  start: NodeId,
  among: ReadonlySet<NodeId>,
  downstream: ReadonlyMap<NodeId, readonly Edge[]>,
): readonly NodeId[] | undefined {
  const cameFrom = new Map<NodeId, NodeId>();
  let level: NodeId[] = [start];
  while (level.length > 0) {
    const next: NodeId[] = [];
    for (const id of level)
      for (const edge of downstream.get(id) ?? []) {
        if (!ordersBuild(edge) || !among.has(edge.to)) continue;
        if (edge.to === start) return pathTo(id, start, cameFrom);
        if (cameFrom.has(edge.to)) continue;
        cameFrom.set(edge.to, id);
        next.push(edge.to);
      }
    level = next;
  }
  return undefined;
}

function pathTo(last: NodeId, start: NodeId, cameFrom: ReadonlyMap<NodeId, NodeId>): readonly NodeId[] {
  const path: NodeId[] = [];
  for (let at: NodeId | undefined = last; at !== undefined && at !== start; at = cameFrom.get(at))
    path.push(at);
  return [start, ...path.reverse()];
}
