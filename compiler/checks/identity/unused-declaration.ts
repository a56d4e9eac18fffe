import { downstreamOf, type GraphNode } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const WHAT_IT_MISSES = {
  model: "no pipeline reaches it, so nothing builds it",
  seed: "no pipeline reaches it, so nothing loads it",
  step: "no pipeline reaches it, so nothing runs it",
  dashboard: "no pipeline lists it, so nothing says when its data is ready",
  report: "no pipeline lists it, so nobody answers for it",
  action: "no pipeline lists it, so nothing fires it",
  external: "nothing reads it",
} as const satisfies Partial<Record<GraphNode["kind"], string>>;

/** What is declared and never needed. */
export const unusedDeclaration = check({
  code: "ODP1007",
  slug: "unused-declaration",
  severity: "warning",
  explain: explanation({
    what: "A model, seed, step, dashboard, report, action or external is declared, and no pipeline needs it.",
    why: "A pipeline is named by its outputs, and what they need follows from the graph. What no output needs is not built by any DAG: its table is missing or old, and nobody is told.",
    mend: "List it in `outputs` of a pipeline, read it in a model, or delete it.",
    bad: `export const weekly = mart("weekly", { ... });
export default pipeline("shop", { outputs: [sales], ... });`,
    good: `export default pipeline("shop", { outputs: [sales, weekly], ... });`,
  }),
  run: (graph, report) => {
    for (const node of graph.nodes.values()) {
      const misses = missing(node.kind);
      if (misses === undefined || isNeeded(node)) continue;
      report({
        at: node.mark,
        message: `the ${node.kind} \`${node.name}\` is declared, but ${misses}`,
        help: `list it in \`outputs\` of a pipeline, or delete it`,
      });
    }

    function isNeeded(node: GraphNode): boolean {
      const readers = downstreamOf(graph, node.id);
      if (node.kind === "model" || node.kind === "seed" || node.kind === "step")
        return graph.builtBy.has(node.id) || graph.reachedBy.has(node.id);
      if (node.kind === "external")
        return readers.length > 0 || (graph.upstream.get(node.id) ?? []).length > 0;
      return readers.some((edge) => edge.why === "lists");
    }
  },
});

function missing(kind: GraphNode["kind"]): string | undefined {
  const known: Readonly<Record<string, string>> = WHAT_IT_MISSES;
  return known[kind];
}
