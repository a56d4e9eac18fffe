import type { Face } from "../../../dsl/relation.ts";
import { type Graph, type NodeId, nodeOf } from "../../graph/graph.ts";
import { ownSchema } from "../../graph/lake.ts";
import type { DbtRef } from "../dbt.ts";
import * as names from "../names.ts";

/** How dbt names a relation of the graph. */
export function dbtRef(graph: Graph, id: NodeId, face: Face): DbtRef {
  const { declaration, name } = nodeOf(graph, id);
  if (declaration.kind === "external")
    return { kind: "source", source: externalSource(declaration.spec), table: name };
  return { kind: "ref", model: declaration.kind === "table" ? capturedModel(graph, id, face) : name };
}

/** The model of a face of a captured table. */
export function capturedModel(graph: Graph, id: NodeId, face: Face): string {
  const { source, table } = captured(graph, id);
  const named = { current: names.currentModel, changes: names.changesModel, history: names.historyModel };
  return named[face](source, table);
}

/** The model with the last values of every row of a captured table, deleted ones too. */
export function capturedBase(graph: Graph, id: NodeId): string {
  const { source, table } = captured(graph, id);
  return names.baseModel(source, table);
}

function captured(graph: Graph, id: NodeId): { readonly source: string; readonly table: string } {
  const { declaration } = nodeOf(graph, id);
  if (declaration.kind !== "table") throw new Error(`${id} is no captured table`);
  const source = graph.nodes.get(`postgres:${declaration.source}`)?.declaration;
  const own = source?.kind === "postgres" ? ownSchema(source) : "public";
  return { source: declaration.source, table: names.tableName(declaration.schema, declaration.table, own) };
}

/** dbt groups externals by their schema, and by their catalog where it is not the lake's. */
export function externalSource(spec: { readonly catalog?: string; readonly schema: string }): string {
  return spec.catalog === undefined ? spec.schema : `${spec.catalog}_${spec.schema}`;
}

/** One text a relation, for sets and for sorting. */
export function refKey(ref: DbtRef): string {
  return ref.kind === "ref" ? ref.model : `${ref.source}.${ref.table}`;
}
