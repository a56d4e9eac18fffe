import { nodesOf, upstreamOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A pipeline that is for nothing. */
export const emptyPipeline = check({
  code: "ODP1010",
  slug: "empty-pipeline",
  severity: "error",
  explain: explanation({
    what: "A pipeline has no outputs, so there is nothing to build.",
    why: "A pipeline is named by what people wait for; whatever these need follows from the graph. Without outputs its DAG would have no task.",
    mend: "List the dashboards, reports, actions and models that it is for.",
    bad: `pipeline("shop", { outputs: [], ... })`,
    good: `pipeline("shop", { outputs: [sales], ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "pipeline")) {
      const listed = upstreamOf(graph, node.id).filter((edge) => edge.why === "lists");
      if (listed.some((edge) => !edge.from.startsWith("table:") && !edge.from.startsWith("external:")))
        continue;
      report({
        at: markAt(node.mark, "outputs"),
        message:
          listed.length === 0
            ? `the pipeline \`${node.name}\` has no outputs`
            : `the pipeline \`${node.name}\` lists only tables that it does not build`,
        help: "list the dashboards, reports, actions and models that it is for",
      });
    }
  },
});
