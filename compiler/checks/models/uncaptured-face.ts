import { RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Changes or history of something that is not captured. */
export const uncapturedFace = check({
  code: "ODP4017",
  slug: "uncaptured-face",
  severity: "error",
  explain: explanation({
    what: "A query reads `changes(..)` or `history(..)` of a model, a seed or an external.",
    why: "Only captured tables have a changelog: it comes from the database's log. A model is built anew and keeps no versions.",
    mend: "Read the changes of the captured table that the model is built from.",
    bad: "sql`select * from history(daily_revenue)`",
    good: `sql\`select o.id, o._valid_from from \${history(shop.orders)} as o\``,
  }),
  run: (graph, report) => {
    for (const edges of graph.upstream.values())
      for (const edge of edges) {
        const node = graph.nodes.get(edge.from);
        if (
          edge.face === "current" ||
          node === undefined ||
          node.kind === "table" ||
          !RELATION_KINDS.has(node.kind)
        )
          continue;
        report({
          at: edge.at,
          message: `\`${graph.nodes.get(edge.to)?.name ?? edge.to}\` reads the ${edge.face} of the ${node.kind} \`${node.name}\`, but only captured tables have them`,
          related: [{ at: node.mark, message: `\`${node.name}\` is declared here` }],
          help: "read the changes of the captured table that it is built from",
        });
      }
  },
});
