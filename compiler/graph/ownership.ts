import type { Edge, GraphNode, NodeId } from "./graph.ts";

const BUILT: ReadonlySet<string> = new Set(["model", "seed", "step"]);

/**
 * Which pipeline builds what. A model belongs to the pipeline that lists it, else to the only one that reaches it; what
 * lies behind a model that another pipeline lists is that pipeline's matter. What only a test refers to must be built too.
 */
export function ownership(
  nodes: ReadonlyMap<NodeId, GraphNode>,
  upstream: ReadonlyMap<NodeId, readonly Edge[]>,
): {
  readonly builtBy: ReadonlyMap<NodeId, NodeId>;
  readonly reachedBy: ReadonlyMap<NodeId, readonly NodeId[]>;
} {
  const pipelines = [...nodes.values()].filter((node) => node.kind === "pipeline").map((node) => node.id);
  const listedBy = new Map<NodeId, NodeId>();
  for (const id of pipelines)
    for (const edge of upstream.get(id) ?? [])
      if (edge.why === "lists" && isBuilt(edge.from) && !listedBy.has(edge.from)) listedBy.set(edge.from, id);

  const reachedBy = new Map<NodeId, NodeId[]>();
  for (const id of pipelines)
    for (const reached of reach(id, listedBy, upstream)) {
      const list = reachedBy.get(reached);
      if (list === undefined) reachedBy.set(reached, [id]);
      else list.push(id);
    }

  const builtBy = new Map<NodeId, NodeId>(listedBy);
  for (const [id, by] of reachedBy)
    if (!builtBy.has(id) && by.length === 1 && by[0] !== undefined) builtBy.set(id, by[0]);
  return { builtBy, reachedBy };
}

function reach(
  pipeline: NodeId,
  listedBy: ReadonlyMap<NodeId, NodeId>,
  upstream: ReadonlyMap<NodeId, readonly Edge[]>,
): readonly NodeId[] {
  const seen = new Set<NodeId>([pipeline]);
  const stack: NodeId[] = [pipeline];
  const found: NodeId[] = [];
  for (let at = stack.pop(); at !== undefined; at = stack.pop())
    for (const { from } of upstream.get(at) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      if (from.startsWith("table:") || from.startsWith("pipeline:")) continue;
      const lister = listedBy.get(from);
      if (lister !== undefined && lister !== pipeline) continue;
      if (isBuilt(from)) found.push(from);
      stack.push(from);
    }
  return found.sort();
}

function isBuilt(id: NodeId): boolean {
  return BUILT.has(id.slice(0, id.indexOf(":")));
}
