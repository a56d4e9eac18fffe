import { type NodeId, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isView } from "../support/materialized.ts";

const MANY_VIEWS = 5;

/** Views upon views upon views. */
export const chainedViews = check({
  code: "ODP4028",
  slug: "chained-views",
  severity: "warning",
  explain: explanation({
    what: `More than ${MANY_VIEWS} views lie upon each other.`,
    why: "Trino puts all of them into one plan for every reader: the time for planning grows, and each table below is read again by each model above. Source: dbt-project-evaluator, rule `chained views`.",
    mend: 'Make one in the middle a table: `materialize: "table"`.',
    bad: "six intermediate models, each of which reads the one before",
    good: `intermediate("int_3", { materialize: "table", ... })`,
  }),
  run: (graph, report) => {
    const models = new Map(nodesOf(graph, "model").map((node) => [node.id, node]));
    const depth = new Map<NodeId, number>();
    for (const id of graph.order) {
      const node = models.get(id);
      if (node === undefined || !isView(node)) continue;
      const below = upstreamOf(graph, id).reduce(
        (most, edge) => Math.max(most, edge.why === "reads" ? (depth.get(edge.from) ?? 0) : 0),
        0,
      );
      depth.set(id, below + 1);
      // Told once, where the limit is passed.
      if (below === MANY_VIEWS)
        report({
          at: node.mark,
          message: `\`${node.name}\` is the ${below + 1}th view upon another`,
          help: 'make one in the middle a table with `materialize: "table"`',
        });
    }
  },
});
