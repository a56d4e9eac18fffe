// How long the run of a pipeline takes, from what its models and steps say of themselves.
import { seconds } from "./config.ts";
import { type Graph, type NodeId, upstreamOf } from "./graph.ts";

/** What a model or a step takes unless it says so. */
const TAKES_SECONDS = 15 * 60;
/** Models that one process of dbt builds at a time. */
const DBT_THREADS = 4;

/** A pipeline's run: when each member is done, counted from its start, and its whole length. */
export interface Run {
  readonly finish: ReadonlyMap<NodeId, number>;
  /** The longest way through it, or all its work divided by what runs at the same time, whichever is longer. */
  readonly seconds: number;
  /** All its work divided by what runs at the same time; 0 where there is no queue. */
  readonly crowdSeconds: number;
}

export function runOf(graph: Graph, pipeline: NodeId): Run {
  const finish = new Map<NodeId, number>();
  let total = 0;
  for (const id of graph.order) {
    if (graph.builtBy.get(id) !== pipeline) continue;
    const start = buildInputs(graph, id).reduce(
      (latest, input) => Math.max(latest, finish.get(input) ?? 0),
      0,
    );
    finish.set(id, start + takesSeconds(graph, id));
    total += takesSeconds(graph, id);
  }
  const slots = slotsOf(graph, pipeline);
  const crowdSeconds = finish.size > slots ? Math.ceil(total / slots) : 0;
  return { finish, seconds: Math.max(crowdSeconds, ...finish.values(), 0), crowdSeconds };
}

/** The longest way to a member through the run, itself last. */
export function longestWay(graph: Graph, run: Run, id: NodeId): readonly NodeId[] {
  const path: NodeId[] = [id];
  for (;;) {
    const inputs = buildInputs(graph, path[0] ?? id).filter(
      (input) => run.finish.has(input) && !path.includes(input),
    );
    const [first] = inputs.sort(
      (a, b) => (run.finish.get(b) ?? 0) - (run.finish.get(a) ?? 0) || (a < b ? -1 : 1),
    );
    if (first === undefined) return path;
    path.unshift(first);
  }
}

/** What a node reads; for an external that a step writes, the step. */
export function buildInputs(graph: Graph, id: NodeId): NodeId[] {
  return upstreamOf(graph, id)
    .filter((edge) => edge.why === "reads")
    .flatMap((edge) => {
      const writers = upstreamOf(graph, edge.from).filter(
        (write) => write.why === "writes" && graph.builtBy.has(write.from),
      );
      return writers.length === 0 ? [edge.from] : writers.map((write) => write.from);
    });
}

/** What a declared model or step usually takes, in seconds; a seed takes nothing worth counting. */
export function takesSeconds(graph: Graph, id: NodeId): number {
  const declaration = graph.nodes.get(id)?.declaration;
  if (declaration?.kind === "seed") return 0;
  const takes =
    declaration?.kind === "model" || declaration?.kind === "step" ? declaration.spec.takes : undefined;
  const told = takes === undefined ? TAKES_SECONDS : seconds(takes);
  return Number.isNaN(told) ? TAKES_SECONDS : told;
}

function slotsOf(graph: Graph, pipeline: NodeId): number {
  const declaration = graph.nodes.get(pipeline)?.declaration;
  return declaration?.kind === "pipeline" && declaration.spec.granularity === "model"
    ? graph.config.dbtSlots
    : DBT_THREADS;
}
