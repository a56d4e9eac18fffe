import { type Graph, type GraphNode, isKind, nodeOf, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const DAYS: Readonly<Record<string, number>> = { day: 1, days: 1, month: 30, months: 30 };

/** A model by period that looks back less far than a model by period behind it. */
export const narrowWindow = check({
  code: "ODP4033",
  slug: "narrow-window",
  severity: "warning",
  explain: explanation({
    what: "An incremental model by period computes fewer periods again than an incremental model that it reads, directly or through others.",
    why: "The model behind it changes periods that this one no longer looks at: its rows keep the old values in silence until somebody starts a backfill. The windows of a chain of models are only as good as the shortest.",
    mend: "Raise `recompute` to at least that of the model behind it, or lower that one if its older periods do not change.",
    bad: `mart("weekly", { materialize: incremental({ period: "week", recompute: "10 days" }), sql: sql\`select .. from \${daily}\` }) // daily: recompute "30 days"`,
    good: `mart("weekly", { materialize: incremental({ period: "week", recompute: "30 days" }), sql: sql\`select .. from \${daily}\` }) // daily: recompute "30 days"`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const own = windowOf(node);
      if (own === undefined) continue;
      for (const behind of periodsBehind(graph, node)) {
        const wider = windowOf(behind);
        if (wider === undefined || wider.days <= own.days) continue;
        report({
          at: markAt(node.mark, "materialize", "recompute"),
          message: `\`${node.name}\` computes its last ${own.text} again, but \`${behind.name}\`, which it reads, its last ${wider.text}: what changes there before that never reaches \`${node.name}\``,
          related: [
            {
              at: markAt(behind.mark, "materialize", "recompute"),
              message: `the window of \`${behind.name}\``,
            },
          ],
          help: `recompute at least \`"${wider.text}"\``,
        });
      }
    }
  },
});

function windowOf({
  declaration,
}: GraphNode<"model">): { readonly days: number; readonly text: string } | undefined {
  const how = declaration.spec.materialize;
  if (typeof how !== "object" || how.kind !== "incremental-by-period") return undefined;
  const text = String(how.recompute);
  const [count, unit = ""] = text.split(" ");
  const days = Number(count) * (DAYS[unit] ?? Number.NaN);
  // What is no window is found by another check.
  return Number.isNaN(days) ? undefined : { days, text };
}

/** The nearest models by period on each way up: what lies further behind is a matter of those. */
function periodsBehind(graph: Graph, start: GraphNode<"model">): readonly GraphNode<"model">[] {
  const found: GraphNode<"model">[] = [];
  const seen = new Set([start.id]);
  const open = [start];
  for (const node of open)
    for (const { from, why } of upstreamOf(graph, node.id)) {
      const behind = nodeOf(graph, from);
      if (why !== "reads" || seen.has(from) || !isKind(behind, "model")) continue;
      seen.add(from);
      (windowOf(behind) === undefined ? open : found).push(behind);
    }
  return found;
}
