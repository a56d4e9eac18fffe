// After dbt built what it could, each output is announced alone: one failed mart holds back only those who read it.
import { type GraphNode, type NodeId, nodeOf, upstreamOf } from "../../../graph/graph.ts";
import type { TaskPlan } from "../../airflow.ts";
import {
  asset,
  type DagContext,
  inputAssets,
  isOutput,
  outputsOf,
  readersOf,
  sortedBy,
  tableOf,
} from "../airflow-context.ts";
import { readerText, waitingFor } from "../airflow-readers.ts";
import { dict, given, identifierPart, literalText, TRIGGER_ALL_DONE, task } from "../airflow-values.ts";
import { type Builds, PYTHON_OPERATOR } from "./build.ts";

/** What is announced together, and the tables that it needs. */
interface Announcement {
  readonly id: string;
  /** Of the output, or of the table itself. */
  readonly node: NodeId;
  /** Models and seeds of this pipeline. */
  readonly needs: readonly NodeId[];
  /** Those whose assets this task carries: each table's event comes from one task only. */
  readonly carries: readonly NodeId[];
}

export interface Announced {
  readonly tasks: readonly TaskPlan[];
  readonly edges: readonly (readonly [string, string])[];
}

export function announcements(
  context: DagContext,
  pipeline: GraphNode<"pipeline">,
  { taskOf }: Builds,
): Announced {
  const made = planned(context, pipeline, taskOf);
  const tasks = made.map((one) => announceTask(context, one, taskOf));
  const edges = made.flatMap(({ id, needs }) =>
    [...new Set(needs.flatMap((node) => taskOf.get(node) ?? []))].map((first) => [first, id] as const),
  );
  return { tasks, edges };
}

/** A table that one output reads is announced with it; one that several read, or that is listed itself, alone. */
function planned(
  context: DagContext,
  pipeline: GraphNode<"pipeline">,
  taskOf: ReadonlyMap<NodeId, string>,
): readonly Announcement[] {
  const listed = new Set(outputsOf(context.graph, pipeline.id));
  const outputs = [...listed].filter(isOutput);
  const needsOf = new Map(outputs.map((output) => [output, neededBy(context, output, taskOf)]));
  const alone: NodeId[] = [];
  const carriedBy = new Map<NodeId, NodeId[]>();
  for (const table of [...taskOf.keys()].sort()) {
    const readers = readersOf(context, table);
    const [only] = readers;
    if (!listed.has(table) && readers.length === 0) continue;
    if (listed.has(table) || readers.length > 1 || only === undefined || !listed.has(only) || !isOutput(only))
      alone.push(table);
    else carriedBy.set(only, [...(carriedBy.get(only) ?? []), table]);
  }
  const tables = alone.map((node) => ({
    id: tableTask(context, node),
    node,
    needs: [node],
    carries: [node],
  }));
  const tableNames = new Set(
    [...context.graph.nodes.values()]
      .filter(({ kind }) => kind === "model" || kind === "seed")
      .map(({ name }) => name),
  );
  const grouped = outputs.map((node) => {
    const { name, kind } = nodeOf(context.graph, node);
    const id = `announce_${identifierPart(name)}${tableNames.has(name) ? `_${kind}` : ""}`;
    return { id, node, needs: needsOf.get(node) ?? [], carries: carriedBy.get(node) ?? [] };
  });
  return sortedBy([...tables, ...grouped.filter(({ needs }) => needs.length > 0)], ({ id }) => id);
}

function tableTask(context: DagContext, node: NodeId): string {
  return `announce_${identifierPart(nodeOf(context.graph, node).name)}`;
}

function neededBy(
  context: DagContext,
  output: NodeId,
  taskOf: ReadonlyMap<NodeId, string>,
): readonly NodeId[] {
  const read = upstreamOf(context.graph, output).map(({ from }) => from);
  return [...new Set(read.filter((node) => taskOf.has(node)))].sort();
}

function announceTask(
  context: DagContext,
  { id, node, needs, carries }: Announcement,
  taskOf: ReadonlyMap<NodeId, string>,
): TaskPlan {
  const { name, kind, file } = nodeOf(context.graph, node);
  const waiting = isOutput(node) ? [readerText(context, node)] : waitingFor(context, [node]);
  return {
    id,
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "announce", "announce_output"),
      op_kwargs: dict({
        output: `${kind} ${name}`,
        file: literalText(file),
        needs: dict(byTask(context, needs, taskOf)),
        as_of_inputs: inputsOf(context, needs, taskOf),
        waiting: waiting.map(literalText),
      }),
      trigger_rule: TRIGGER_ALL_DONE,
      // What it says does not change with another try; dbt's own task is the one to run again.
      retries: 0,
    }),
    expand: null,
    inlets: [],
    outlets: carries.flatMap((table) => assetNameOf(context, table)).sort(),
  };
}

function assetNameOf(context: DagContext, id: NodeId): readonly string[] {
  const table = tableOf(context, id);
  return table === null ? [] : [asset(context, table).name];
}

function byTask(
  context: DagContext,
  needs: readonly NodeId[],
  taskOf: ReadonlyMap<NodeId, string>,
): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const node of needs) {
    const id = taskOf.get(node) ?? "";
    found.set(id, [...(found.get(id) ?? []), nodeOf(context.graph, node).name].sort());
  }
  return Object.fromEntries(sortedBy([...found], ([id]) => id));
}

/** Assets of other DAGs behind some tables of this pipeline: the announced age is that of the oldest. */
function inputsOf(
  context: DagContext,
  needs: readonly NodeId[],
  taskOf: ReadonlyMap<NodeId, string>,
): readonly string[] {
  const behind = new Set<NodeId>();
  const stack = [...needs];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (behind.has(id)) continue;
    behind.add(id);
    for (const edge of upstreamOf(context.graph, id))
      if (edge.why === "reads" && taskOf.has(edge.from)) stack.push(edge.from);
  }
  return inputAssets(context, [...behind], (node) => taskOf.has(node)).map(({ name }) => name);
}
