import type { GraphNode } from "../../graph/graph.ts";
import { RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A model, a seed and an external under one name. */
export const ambiguousRelation = check({
  code: "ODP1006",
  slug: "ambiguous-relation",
  severity: "error",
  explain: explanation({
    what: "Two relations of different kinds, such as a seed and a model, have the same name.",
    why: "SQL names a relation without its kind, so the name would mean two tables. dbt refuses a seed and a model of one name too.",
    mend: "Rename one of them.",
    bad: `seed("targets", { ... });  mart("targets", { ... });`,
    good: `seed("target_values", { ... });  mart("targets", { ... });`,
  }),
  run: (graph, report) => {
    const first = new Map<string, GraphNode>();
    for (const node of graph.nodes.values()) {
      if (!RELATION_KINDS.has(node.kind)) continue;
      const other = first.get(node.name);
      if (other === undefined) first.set(node.name, node);
      else
        report({
          at: node.mark,
          message: `\`${node.name}\` is the name of ${article(node.kind)} and of ${article(other.kind)}`,
          related: [{ at: other.mark, message: `the ${other.kind} \`${node.name}\`` }],
          help: "rename one of them",
        });
    }
  },
});

const article = (kind: string): string => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
