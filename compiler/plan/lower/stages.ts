import { type Graph, type NodeId, upstreamOf } from "../../graph/graph.ts";
import { selector } from "../names.ts";

/** A step of a stage and what it waits for in the same pipeline. */
export interface StageStep {
  readonly id: NodeId;
  /** Stages whose models or seeds it reads, by index. */
  readonly afterStages: readonly number[];
  /** Steps that write what it reads. */
  readonly afterSteps: readonly NodeId[];
}

/**
 * What one process of dbt builds: the models and seeds of a pipeline that wait for exactly the same steps, so that a
 * failed step holds back only what needs it.
 */
export interface Stage {
  /** From 1, in an order in which the stages can run one after another. */
  readonly index: number;
  /** Empty where the pipeline begins with a step; then the stage has no build task. Topological order. */
  readonly models: readonly NodeId[];
  readonly seeds: readonly NodeId[];
  /** Steps that run behind this stage: they wait for no step that this stage does not wait for. */
  readonly steps: readonly StageStep[];
  /** What the build waits for: stages whose models it reads, and steps that write externals it reads. */
  readonly afterStages: readonly number[];
  readonly afterSteps: readonly NodeId[];
}

/**
 * Cuts a pipeline around its steps. Nodes are put together by the set of steps above them. A model's set holds the
 * set of everything it reads, and a step is missing from its own set but stands in that of all below it, so along
 * any way through the tasks the sets only grow: the tasks have no cycle.
 */
export function stages(graph: Graph, pipeline: NodeId): readonly Stage[] {
  const built = graph.order.filter((id) => graph.builtBy.get(id) === pipeline);
  const members = new Set(built);
  const inputs = new Map(built.map((id) => [id, directInputs(graph, id, members)]));
  const stepsAbove = new Map<NodeId, ReadonlySet<NodeId>>();
  for (const id of built) stepsAbove.set(id, union(inputs.get(id) ?? [], stepsAbove));

  const groups = new Map<string, NodeId[]>();
  const sets = [...stepsAbove].map(([id, above]) => ({
    id,
    size: above.size,
    key: [...above].sort().join(" "),
  }));
  // A stage comes behind every stage whose set its own set holds, and a set is larger than those it holds.
  const sorted = [...new Map(sets.map((set) => [set.key, set])).values()];
  sorted.sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
  for (const { key } of sorted) groups.set(key, []);
  for (const { id, key } of sets) groups.get(key)?.push(id);

  const stageOf = new Map<NodeId, number>();
  let index = 0;
  for (const ids of groups.values()) {
    index++;
    for (const id of ids) stageOf.set(id, index);
  }
  return [...groups.values()].map((ids, at) => stage(at + 1, ids, inputs, stageOf));
}

/** The selector of a stage's models and seeds; stages that only run steps take no number. */
export function stageSelector(pipeline: string, all: readonly Stage[], stage: Stage): string {
  const building = all.filter(isBuilt);
  return selector.stage(pipeline, building.indexOf(stage) + 1, building.length);
}

/** Whether dbt has anything to build in the stage. */
export function isBuilt(stage: Stage): boolean {
  return stage.models.length + stage.seeds.length > 0;
}

function stage(
  index: number,
  ids: readonly NodeId[],
  inputs: ReadonlyMap<NodeId, readonly NodeId[]>,
  stageOf: ReadonlyMap<NodeId, number>,
): Stage {
  const waits = (of: readonly NodeId[]) => {
    const read = [...new Set(of.flatMap((id) => inputs.get(id) ?? []))].sort();
    const behind = new Set(read.filter((id) => !isStep(id)).map((id) => stageOf.get(id) ?? index));
    return { afterStages: [...behind].sort((a, b) => a - b), afterSteps: read.filter(isStep) };
  };
  const own = waits(ids.filter((id) => !isStep(id)));
  return {
    index,
    models: ids.filter((id) => id.startsWith("model:")),
    seeds: ids.filter((id) => id.startsWith("seed:")),
    steps: ids.filter(isStep).map((id) => ({ id, ...waits([id]) })),
    afterStages: own.afterStages.filter((at) => at !== index),
    afterSteps: own.afterSteps,
  };
}

/** Models, seeds and steps of the same pipeline that a node needs; a step is needed through the external it writes. */
function directInputs(graph: Graph, id: NodeId, members: ReadonlySet<NodeId>): readonly NodeId[] {
  const found = new Set<NodeId>();
  for (const edge of upstreamOf(graph, id)) {
    if (edge.why !== "reads") continue;
    if (members.has(edge.from)) found.add(edge.from);
    for (const write of upstreamOf(graph, edge.from))
      if (write.why === "writes" && write.from !== id && members.has(write.from)) found.add(write.from);
  }
  return [...found].sort();
}

function union(
  read: readonly NodeId[],
  above: ReadonlyMap<NodeId, ReadonlySet<NodeId>>,
): ReadonlySet<NodeId> {
  const all = new Set<NodeId>();
  for (const id of read) {
    for (const step of above.get(id) ?? []) all.add(step);
    if (isStep(id)) all.add(id);
  }
  return all;
}

function isStep(id: NodeId): boolean {
  return id.startsWith("step:");
}
