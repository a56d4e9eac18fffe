// Who waits for a table, as people know them.
import { type GraphNode, isKind, type NodeId, nodeOf } from "../../graph/graph.ts";
import { type DagContext, readersOf } from "./airflow-context.ts";

/** `dashboard Sales`, `report Morning mail to sales@example.com`, `model orders of pipeline finance`. */
export function readerText(context: DagContext, id: NodeId): string {
  const node = nodeOf(context.graph, id);
  if (isKind(node, "report")) return `report ${node.declaration.spec.title} to ${recipients(node)}`;
  if (isKind(node, "dashboard") || isKind(node, "action"))
    return `${node.kind} ${node.declaration.spec.title}`;
  const builder = context.graph.builtBy.get(id);
  const pipeline = builder === undefined ? "" : ` of pipeline ${nodeOf(context.graph, builder).name}`;
  return `${node.kind} ${node.name}${pipeline}`;
}

/** Everybody who waits for one of some tables, sorted. */
export function waitingFor(context: DagContext, ids: readonly NodeId[]): readonly string[] {
  const readers = new Set(ids.flatMap((id) => readersOf(context, id)));
  return [...readers].map((id) => readerText(context, id)).sort();
}

function recipients(node: GraphNode<"report">): string {
  const all = node.declaration.spec.to.flatMap((delivery) => {
    if (delivery.kind === "email") return delivery.to;
    return [delivery.kind === "webhook" ? `webhook ${delivery.url.name}` : `bucket ${delivery.path}`];
  });
  return [...new Set(all)].sort().join(", ");
}
