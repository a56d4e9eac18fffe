// What the DAGs of a project have in common: the graph, the plans made before, and the tables as assets.
import type { Face } from "../../../dsl/relation.ts";
import {
  downstreamOf,
  type Graph,
  type GraphNode,
  isKind,
  type NodeId,
  nodeOf,
  upstreamOf,
} from "../../graph/graph.ts";
import type { AssetPlan } from "../airflow.ts";
import type { DbtPlan } from "../dbt.ts";
import { assetName, assetUri, layerSchema } from "../names.ts";
import type { Operation } from "../operations.ts";
import type { SourcePlan, TablePlan } from "../sources.ts";

export interface DagContext {
  readonly graph: Graph;
  readonly project: string;
  readonly sources: readonly SourcePlan[];
  /** The captured tables by the id of their declaration. */
  readonly captured: ReadonlyMap<NodeId, CapturedTable>;
  readonly dbt: DbtPlan;
  readonly operations: readonly Operation[];
}

export interface CapturedTable {
  readonly source: SourcePlan;
  readonly table: TablePlan;
}

/** A table of the lake, by the names that Trino knows it under, without its catalog. */
export interface LakeTable {
  readonly schema: string;
  readonly table: string;
}

/** The table behind a relation; null for an external, which others write. */
export function tableOf(context: DagContext, id: NodeId, face: Face = "current"): LakeTable | null {
  const node = nodeOf(context.graph, id);
  if (isKind(node, "seed")) return { schema: layerSchema.seed, table: node.name };
  if (isKind(node, "model")) return { schema: layerSchema[node.declaration.layer], table: node.name };
  const captured = context.captured.get(id);
  if (captured === undefined) return null;
  const { source, table } = captured;
  const name = {
    current: table.currentTable,
    history: table.historyTable,
    changes: table.changesTable,
  };
  return { schema: source.currentSchema, table: name[face] };
}

export function capturedTables(sources: readonly SourcePlan[]): ReadonlyMap<NodeId, CapturedTable> {
  return new Map(
    sources.flatMap((source) => source.tables.map((table) => [table.id, { source, table }] as const)),
  );
}

/** The asset of a table: one definition, wherever it stands. */
export function asset(context: DagContext, { schema, table }: LakeTable): AssetPlan {
  return {
    name: assetName(context.project, schema, table),
    uri: assetUri(context.project, schema, table),
    watch: null,
  };
}

/** The assets that some nodes read and that others make, sorted by name. */
export function inputAssets(
  context: DagContext,
  ids: readonly NodeId[],
  isInside: (id: NodeId) => boolean,
): readonly AssetPlan[] {
  const found = new Map<string, AssetPlan>();
  for (const id of ids)
    for (const edge of upstreamOf(context.graph, id)) {
      if (!FEEDS.has(edge.why) || isInside(edge.from) || !isTable(nodeOf(context.graph, edge.from))) continue;
      const table = tableOf(context, edge.from, edge.face);
      if (table === null) continue;
      const made = asset(context, table);
      found.set(made.name, made);
    }
  return sortedBy([...found.values()], ({ name }) => name);
}

/** Edges along which data flows. */
const FEEDS: ReadonlySet<string> = new Set(["reads", "shows"]);

function isTable(node: GraphNode): boolean {
  return node.kind === "model" || node.kind === "seed" || node.kind === "table";
}

/** What a pipeline lists, in order of id. */
export function outputsOf(graph: Graph, pipeline: NodeId): readonly NodeId[] {
  const listed = upstreamOf(graph, pipeline).filter(({ why }) => why === "lists");
  return [...new Set(listed.map(({ from }) => from))].sort();
}

/** The pipeline that lists an output. */
export function listing(context: DagContext, output: NodeId): GraphNode<"pipeline"> | undefined {
  for (const { to, why } of downstreamOf(context.graph, output)) {
    const node = nodeOf(context.graph, to);
    if (why === "lists" && isKind(node, "pipeline")) return node;
  }
  return undefined;
}

/** Dashboards, reports and actions that read a relation, and models that another DAG builds; sorted by id. */
export function readersOf(context: DagContext, id: NodeId): readonly NodeId[] {
  const builder = context.graph.builtBy.get(id);
  const found = downstreamOf(context.graph, id)
    .filter(({ why }) => FEEDS.has(why))
    .map(({ to }) => to)
    .filter((to) => isOutput(to) || (isBuilt(to) && context.graph.builtBy.get(to) !== builder));
  return [...new Set(found)].sort();
}

export function isOutput(id: NodeId): boolean {
  return /^(?:dashboard|report|action):/.test(id);
}

function isBuilt(id: NodeId): boolean {
  return /^(?:model|seed|step):/.test(id);
}

/** Sorted by code units of a text. */
export function sortedBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
