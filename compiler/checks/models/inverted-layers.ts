import { type GraphNode, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

type Layer = GraphNode<"model">["declaration"]["layer"];

/** What each layer is not expected to read. */
const ABOVE: Readonly<Record<Layer, readonly Layer[]>> = {
  staging: ["staging", "intermediate", "mart"],
  intermediate: ["mart"],
  mart: [],
  model: [],
};

/** A model that reads a layer above its own. */
export const invertedLayers = check({
  code: "ODP4021",
  slug: "inverted-layers",
  severity: "warning",
  explain: explanation({
    what: "A staging model reads another model, or an intermediate model reads a mart.",
    why: "Staging renames and casts one source table, so that a change of the source touches one model; intermediate stands between staging and marts. Where the direction turns, a change of a mart moves what it is built from. Source: dbt-project-evaluator, rules `staging dependent on staging` and `staging dependent on marts or intermediate`.",
    mend: "Read the captured table itself, or move the model to the layer that it belongs to.",
    bad: `staging("stg_paid", { sql: sql\`select o.id from \${stgOrders} as o\` })`,
    good: `intermediate("int_paid", { sql: sql\`select o.id from \${stgOrders} as o\` })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model"))
      for (const edge of upstreamOf(graph, node.id)) {
        const input = graph.nodes.get(edge.from)?.declaration;
        if (
          edge.why !== "reads" ||
          input?.kind !== "model" ||
          !ABOVE[node.declaration.layer].includes(input.layer)
        )
          continue;
        report({
          at: edge.at,
          message: `the ${node.declaration.layer} model \`${node.name}\` reads the ${input.layer} model \`${input.name}\``,
          help:
            node.declaration.layer === "staging"
              ? "read the captured table, or make it an `intermediate` model"
              : "make it a `mart`, or read what the mart is built from",
        });
      }
  },
});
