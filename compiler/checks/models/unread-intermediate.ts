import { downstreamOf, nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** An intermediate or staging model that is only listed. */
export const unreadIntermediate = check({
  code: "ODP4022",
  slug: "unread-intermediate",
  severity: "warning",
  explain: explanation({
    what: "A pipeline lists an intermediate model that nothing reads.",
    why: "Intermediate models are steps on the way to a mart, stored as views in a schema of their own. One that nothing reads is either left over, or it is a mart whose readers do not find it.",
    mend: "Make it a `mart`, or delete it.",
    bad: `pipeline("shop", { outputs: [intermediate("int_paid", { ... })], ... })`,
    good: `pipeline("shop", { outputs: [mart("paid", { ... })], ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      if (node.declaration.layer !== "intermediate" || !graph.builtBy.has(node.id)) continue;
      if (downstreamOf(graph, node.id).some((edge) => edge.why !== "lists")) continue;
      report({
        at: node.mark,
        message: `the intermediate model \`${node.name}\` is built, but nothing reads it`,
        help: "make it a `mart`, or delete it",
      });
    }
  },
});
