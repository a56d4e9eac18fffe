import { json } from "../../text/json.ts";
import { target } from "../target.ts";

/** `lineage/graph.json`: declarations, their columns, and the edges between them. */
export const lineage = target({
  summary: "the graph of declarations, as JSON",
  reads: ["lineage"],
  emit: ({ lineage: plan }) => [{ path: "lineage/graph.json", text: json(plan), from: [] }],
});
