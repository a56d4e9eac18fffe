// The tasks in which dbt builds a pipeline's models: one for each stage between steps, or one for each model.
import type { PipelineSpec } from "../../../../dsl/pipeline.ts";
import { type GraphNode, type NodeId, nodeOf, upstreamOf } from "../../../graph/graph.ts";
import type { TaskPlan } from "../../airflow.ts";
import { dbtPool, selector } from "../../names.ts";
import { type DagContext, inputAssets } from "../airflow-context.ts";
import { dict, given, identifierPart, TRIGGER_ALL_DONE, task } from "../airflow-values.ts";
import { isBuilt, type Stage, stageSelector } from "../stages.ts";

/** Build tasks of a pipeline with their edges, and which of them builds what. */
export interface Builds {
  readonly tasks: readonly TaskPlan[];
  readonly edges: readonly (readonly [string, string])[];
  /** The task that builds a model or seed. */
  readonly taskOf: ReadonlyMap<NodeId, string>;
}

export const PYTHON_OPERATOR = "airflow.providers.standard.operators.python.PythonOperator";

/** Id of the task that runs a step. */
export const stepTask = (step: NodeId): string => `run_${identifierPart(step.slice("step:".length))}`;

export function builds(context: DagContext, pipeline: GraphNode<"pipeline">, all: readonly Stage[]): Builds {
  return isByModel(pipeline.declaration.spec)
    ? byModel(context, pipeline, all)
    : byStage(context, pipeline, all);
}

function isByModel(spec: PipelineSpec): boolean {
  return spec.granularity === "model";
}

function byStage(context: DagContext, pipeline: GraphNode<"pipeline">, all: readonly Stage[]): Builds {
  const building = all.filter(isBuilt);
  const idOf = new Map(
    building.map((stage, at) => [stage.index, building.length === 1 ? "build" : `build_${at + 1}`]),
  );
  const taskOf = new Map<NodeId, string>();
  const tasks: TaskPlan[] = [];
  const edges: (readonly [string, string])[] = [];
  for (const stage of building) {
    const id = idOf.get(stage.index) ?? "build";
    const nodes = [...stage.seeds, ...stage.models];
    for (const node of nodes) taskOf.set(node, id);
    const after = stage.afterStages.flatMap((index) => idOf.get(index) ?? []);
    const steps = stage.afterSteps.map(stepTask);
    for (const first of [...after, ...steps]) edges.push([first, id]);
    tasks.push(
      buildTask(context, { id, nodes, selector: stageSelector(pipeline.name, all, stage), after, steps }),
    );
  }
  return { tasks, edges, taskOf };
}

function byModel(context: DagContext, pipeline: GraphNode<"pipeline">, all: readonly Stage[]): Builds {
  const nodes = all.flatMap((stage) => [...stage.seeds, ...stage.models]);
  const taskOf = new Map(nodes.map((id) => [id, `build_${identifierPart(nodeOf(context.graph, id).name)}`]));
  const stageOf = new Map(
    all.flatMap((stage) => [...stage.seeds, ...stage.models].map((id) => [id, stage] as const)),
  );
  const tasks: TaskPlan[] = [];
  const edges: (readonly [string, string])[] = [];
  for (const node of nodes) {
    const id = taskOf.get(node) ?? "";
    const read = upstreamOf(context.graph, node).filter(({ why }) => why === "reads");
    const after = [...new Set(read.flatMap(({ from }) => taskOf.get(from) ?? []))].sort();
    const steps = (stageOf.get(node)?.afterSteps ?? []).map(stepTask);
    for (const first of [...after, ...steps]) edges.push([first, id]);
    const name = selector.model(pipeline.name, nodeOf(context.graph, node).name);
    // A model's own upstream tasks are all it needs, so the ordinary rule holds: all of them succeeded.
    tasks.push(buildTask(context, { id, nodes: [node], selector: name, after: [], steps: [] }));
  }
  return { tasks, edges, taskOf };
}

interface BuildTask {
  readonly id: string;
  readonly nodes: readonly NodeId[];
  readonly selector: string;
  /** Build tasks whose failures hold back a part of this one. */
  readonly after: readonly string[];
  readonly steps: readonly string[];
}

function buildTask(context: DagContext, { id, nodes, selector, after, steps }: BuildTask): TaskPlan {
  const inside = new Set(nodes);
  const isInside = (node: NodeId) =>
    inside.has(node) || context.graph.builtBy.get(node) === context.graph.builtBy.get(nodes[0] ?? node);
  const models = Object.fromEntries(
    nodes
      .map((node) => nodeOf(context.graph, node))
      .map(({ name, file }) => [name, file] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return {
    id,
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "dbt", "dbt_build"),
      op_kwargs: dict({
        selector,
        models: dict(models),
        ...(after.length === 0 ? {} : { after }),
        ...(after.length === 0 || steps.length === 0 ? {} : { steps }),
      }),
      pool: dbtPool(context.project),
      // A model that failed before holds back only what reads it; the task itself looks which those are.
      trigger_rule: after.length === 0 ? undefined : TRIGGER_ALL_DONE,
    }),
    expand: null,
    inlets: inputAssets(context, nodes, isInside).map(({ name }) => name),
    outlets: [],
  };
}
