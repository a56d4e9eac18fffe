import type { ColumnSpec, TypeName } from "../../../dsl/column.ts";
import type { Graph } from "../../graph/graph.ts";
import type { LineagePlan } from "../lineage.ts";

/** The graph as other tools read it; nodes in the graph's own order of ids, so that diffs stay small. */
export function lowerLineage(graph: Graph): LineagePlan {
  const nodes = [...graph.nodes.values()].map((node) => ({
    id: node.id,
    kind: node.kind,
    name: node.name,
    file: node.file,
    description: node.description ?? "",
    columns: node.columns.map(({ name, spec }) => ({ name, type: typeText(spec), pii: spec.pii ?? null })),
  }));
  const edges = [...graph.nodes.keys()].flatMap((id) =>
    (graph.upstream.get(id) ?? [])
      .map(({ from, to, why, face }) => ({ from, to, why, face }))
      .sort((a, b) => (a.from + a.face < b.from + b.face ? -1 : 1)),
  );
  return { nodes, edges };
}

/** A column's type as its system spells it: `numeric(12, 2)`. */
export function typeText(spec: ColumnSpec): string {
  return spelled(spec.type);
}

function spelled(type: TypeName): string {
  if (type.name === "array") return type.element === undefined ? "array" : `array(${spelled(type.element)})`;
  if (type.name === "row")
    return `row(${(type.fields ?? []).map((field) => `${field.name} ${spelled(field.type)}`).join(", ")})`;
  if (type.name === "map")
    return `map(${(type.fields ?? []).map((field) => spelled(field.type)).join(", ")})`;
  // Trino writes the precision of an instant inside its name.
  if (type.name === "timestamp with time zone") return `timestamp(${type.args?.[0] ?? 6}) with time zone`;
  const name = type.databaseName ?? type.name;
  return type.args === undefined ? name : `${name}(${type.args.join(", ")})`;
}
