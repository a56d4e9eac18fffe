import { type Graph, type NodeId, upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Declarations that need each other. */
export const circularModels = check({
  code: "ODP1005",
  slug: "circular-models",
  severity: "error",
  explain: explanation({
    what: "A model needs itself, directly or through others.",
    why: "Nothing can be built first. dbt refuses a project with a cycle, and so does Airflow.",
    mend: "Cut the cycle: move what both need to a model of its own. A model that needs its own former rows is `materialize: incremental(..)` and does not read itself.",
    bad: "a: sql`select id from b`     b: sql`select id from a`",
    good: `base: sql\`select id from \${shop.orders}\`     a, b: sql\`select id from \${base}\``,
  }),
  run: (graph, report) => {
    for (const cycle of graph.cycles) {
      const [first] = cycle;
      const node = first === undefined ? undefined : graph.nodes.get(first);
      if (first === undefined || node === undefined) continue;
      const path = [...cycle, first].map((id) => `\`${graph.nodes.get(id)?.name ?? id}\``).join(" -> ");
      report({
        at: node.mark,
        message:
          cycle.length === 1
            ? `\`${node.name}\` reads itself`
            : `these need each other, in the direction of the data: ${path}`,
        related: cycle.map((id, index) => step(graph, id, cycle[(index + 1) % cycle.length] ?? first)),
        help: "move what both need to a model of its own",
      });
    }
  },
});

function step(graph: Graph, from: NodeId, to: NodeId) {
  const edge = upstreamOf(graph, to).find((candidate) => candidate.from === from);
  const name = (id: NodeId): string => graph.nodes.get(id)?.name ?? id;
  return {
    at: edge?.at ?? { kind: "project" as const },
    message: `\`${name(to)}\` needs \`${name(from)}\` here`,
  };
}
