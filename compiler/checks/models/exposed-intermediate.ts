import { downstreamOf, nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** An output on a model that is not made for readers. */
export const exposedIntermediate = check({
  code: "ODP4023",
  slug: "exposed-intermediate",
  severity: "warning",
  explain: explanation({
    what: "A dashboard, report or action reads a staging or intermediate model.",
    why: "Such models are views, computed anew for every reader of every chart, and may change with each source. Marts are tables with a contract. Source: dbt-project-evaluator, rule `exposures dependent on private models` and its advice on marts.",
    mend: "Read a mart, or make the model one.",
    bad: "chart.bigNumber({ metric: metric.count(stgOrders) })",
    good: "chart.bigNumber({ metric: metric.sum(daily.orders) })",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      if (node.declaration.layer !== "intermediate" && node.declaration.layer !== "staging") continue;
      const told = new Set<string>();
      for (const edge of downstreamOf(graph, node.id)) {
        const reader = graph.nodes.get(edge.to);
        if (
          reader === undefined ||
          told.has(reader.id) ||
          !["dashboard", "report", "action"].includes(reader.kind)
        )
          continue;
        told.add(reader.id);
        report({
          at: edge.at,
          message: `the ${reader.kind} \`${reader.name}\` reads the ${node.declaration.layer} model \`${node.name}\``,
          related: [{ at: node.mark, message: `\`${node.name}\` is declared here` }],
          help: "read a mart, or make it one",
        });
      }
    }
  },
});
