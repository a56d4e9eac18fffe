import { FACE_COLUMNS } from "../../../dsl/faces.ts";
import type { Face, RelationBody } from "../../../dsl/relation.ts";
import { isRelation } from "../../../dsl/relation.ts";
import { DECLARATION } from "../../../dsl/symbols.ts";
import type { Graph, GraphNode, NodeId } from "../../graph/graph.ts";

/** The node of a relation that a declaration holds; nothing if it is none of the project's. */
export function relationNode(graph: Graph, body: Pick<RelationBody, "declaration">): GraphNode | undefined {
  for (const kind of ["table", "model", "seed", "external"] as const) {
    if (body.declaration.kind !== kind) continue;
    return graph.nodes.get(`${kind}:${body.declaration.name}` satisfies NodeId);
  }
  return undefined;
}

/** What stands behind a relation of the language, or nothing if the value is none. */
export function relationBody(value: unknown): RelationBody | undefined {
  return isRelation(value) ? value[DECLARATION] : undefined;
}

/** The columns of a relation by name as it is read through a face. */
export function columnNames(node: Pick<GraphNode, "columns">, face: Face = "current"): readonly string[] {
  return [...node.columns.map((column) => column.name), ...FACE_COLUMNS[face]];
}

/** Whether the columns of a relation are all known: a model may leave its columns to be inferred. */
export function knowsColumns(node: Pick<GraphNode, "columns">): boolean {
  return node.columns.length > 0;
}
