import { type Graph, type GraphNode, upstreamOf } from "../../graph/graph.ts";
import { stages } from "../../plan/lower/stages.ts";

/** How many tasks the DAG of a pipeline has. */
export function taskCount(graph: Graph, node: GraphNode<"pipeline">): number {
  const members = [...graph.builtBy].filter(([, by]) => by === node.id).map(([id]) => id);
  const outputs = upstreamOf(graph, node.id).filter((edge) => edge.why === "lists").length;
  if (node.declaration.spec.granularity === "model") return members.length + outputs;
  const all = stages(graph, node.id);
  const builds = all.filter((stage) => stage.models.length + stage.seeds.length > 0).length;
  return builds + members.filter((id) => id.startsWith("step:")).length + outputs;
}
