// The parts that every DAG shares.
import { type GraphNode, nodesOf } from "../../graph/graph.ts";
import type { AssetPlan, DagPlan, SchedulePlan, TaskPlan } from "../airflow.ts";
import { dag, oldestName } from "../names.ts";
import type { DagContext } from "./airflow-context.ts";
import { sortedBy } from "./airflow-context.ts";
import { type Arguments, dict, given, timedelta } from "./airflow-values.ts";

const MINUTE = 60;

/** Everything but what follows from the tasks: the assets, the order, the tags that all DAGs have. */
export interface DagDraft extends Omit<DagPlan, "assets" | "tasks" | "edges" | "startDate" | "tags"> {
  readonly tasks: readonly TaskPlan[];
  readonly edges: readonly (readonly [string, string])[];
  readonly tags: readonly string[];
  /** Assets that the tasks and the schedule name, in any order. */
  readonly assets: readonly AssetPlan[];
}

export function dagPlan(context: DagContext, draft: DagDraft): DagPlan {
  const named = new Set([
    ...draft.tasks.flatMap(({ inlets, outlets }) => [...inlets, ...outlets]),
    ...(draft.schedule.kind === "assets" ? draft.schedule.assets : []),
  ]);
  const assets = new Map(draft.assets.filter(({ name }) => named.has(name)).map((one) => [one.name, one]));
  const edges = sortedBy([...new Map(draft.edges.map((edge) => [edge.join(" "), edge])).values()], (edge) =>
    edge.join(" "),
  );
  return {
    ...draft,
    startDate: context.graph.config.startDate,
    assets: sortedBy([...assets.values()], ({ name }) => name),
    tasks: inOrder(draft.tasks, edges),
    edges,
    tags: ["odp", ...new Set(draft.tags)].sort(),
  };
}

/** Arguments of a DAG that no run of which may meet another. */
export function oneRunAtATime(runSeconds: number, defaults: Arguments, more: Arguments = []): Arguments {
  return [
    ...given({ max_active_runs: 1, dagrun_timeout: timedelta(runSeconds) }),
    ...more,
    ["default_args", dict(Object.fromEntries(defaults))],
  ];
}

/** Attempts that wait longer each time. */
export function retries(count: number, firstWaitSeconds: number): Arguments {
  if (count === 0) return given({ retries: 0 });
  return given({
    retries: count,
    retry_delay: timedelta(firstWaitSeconds),
    retry_exponential_backoff: 2,
    max_retry_delay: timedelta(Math.max(firstWaitSeconds, 30 * MINUTE)),
  });
}

/**
 * Who answers for the DAGs of the whole project: whom its alerts reach, else the one owner of all pipelines, else the
 * project itself. A further pipeline must not make its owner answer for all.
 */
export function projectOwner(context: DagContext): string {
  const owners = new Set(nodesOf(context.graph, "pipeline").map(({ declaration }) => declaration.spec.owner));
  const [only] = owners;
  const [alerted] = context.graph.config.alerts?.email ?? [];
  return alerted ?? (owners.size === 1 && only !== undefined ? only : context.project);
}

/** The id of a pipeline's DAG; a renamed pipeline keeps the old one, with its history. */
export function transformDagId(context: DagContext, { name, declaration }: GraphNode<"pipeline">): string {
  return dag.transform(context.project, oldestName(name, declaration.spec.movedFrom));
}

export function pipelines(context: DagContext): readonly GraphNode<"pipeline">[] {
  return nodesOf(context.graph, "pipeline");
}

/** The zone in which a DAG's dates are meant. */
export function zoneOf(schedule: SchedulePlan): string {
  if (schedule.kind === "times" || schedule.kind === "intervals") return schedule.times.zone;
  return schedule.kind === "assets" ? (schedule.or?.zone ?? "UTC") : "UTC";
}

/** Tasks after what they wait for, by depth and then by id. */
function inOrder(
  tasks: readonly TaskPlan[],
  edges: readonly (readonly [string, string])[],
): readonly TaskPlan[] {
  const before = new Map<string, string[]>();
  for (const [from, to] of edges) before.set(to, [...(before.get(to) ?? []), from]);
  const depth = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const found = Math.max(0, ...(before.get(id) ?? []).map((first) => depthOf(first) + 1));
    depth.set(id, found);
    return found;
  };
  const keyed = tasks.map((task) => ({
    task,
    key: `${String(depthOf(task.id)).padStart(6, "0")} ${task.id}`,
  }));
  return sortedBy(keyed, ({ key }) => key).map(({ task }) => task);
}
