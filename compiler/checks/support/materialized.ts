import type { GraphNode } from "../../graph/graph.ts";

/** Whether a model is a view: staging and intermediate models are unless they say otherwise. */
export function isView(node: Pick<GraphNode<"model">, "declaration">): boolean {
  const { layer, spec } = node.declaration;
  return (
    (spec.materialize ?? (layer === "staging" || layer === "intermediate" ? "view" : "table")) === "view"
  );
}
