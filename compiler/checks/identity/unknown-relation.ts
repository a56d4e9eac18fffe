import type { Graph, NodeId } from "../../graph/graph.ts";
import { RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";

/** SQL that reads a name which nobody declares. */
export const unknownRelation = check({
  code: "ODP1002",
  slug: "unknown-relation",
  severity: "error",
  explain: explanation({
    what: "A query reads a name that is no common table expression, no captured table, no model, no seed and no external of the project.",
    why: "A table that odp does not know makes no edge: the model would be built before its input, its age could not be added up, and a rename of the input would break it at night.",
    mend: "Correct the name. A table that somebody else writes is declared as an `external`; a table of a captured database is added to `tables` of its source.",
    bad: "sql`select id from shop.order`",
    good: `sql\`select id from \${shop.orders}\``,
  }),
  run: (graph, report) => {
    const known = relationNames(graph);
    const broken = new Set(
      graph.problems.flatMap((problem) => (problem.kind === "refused-hole" ? [problem.node] : [])),
    );
    for (const problem of graph.problems) {
      // Where a hole could not become SQL, what stands around it cannot be read.
      if (problem.kind !== "unknown-relation" || broken.has(problem.node)) continue;
      report({
        at: problem.at,
        message: `\`${nameOf(graph, problem.node)}\` reads \`${problem.name}\`, which nobody declares`,
        help: helpFor(graph, problem.name, known),
      });
    }
  },
});

function relationNames(graph: Graph): readonly string[] {
  return [...graph.nodes.values()].filter((node) => RELATION_KINDS.has(node.kind)).map((node) => node.name);
}

function nameOf(graph: Graph, id: NodeId): string {
  return graph.nodes.get(id)?.name ?? id;
}

function helpFor(graph: Graph, name: string, known: readonly string[]): string {
  const parts = name.split(".");
  const source = graph.nodes.get(`postgres:${parts[0] ?? ""}`);
  const table = parts.slice(1).join(".");
  const meant = nearest(name, known, "relations");
  if (meant?.startsWith("did you mean")) return meant;
  if (source !== undefined && table !== "")
    return `add \`${table}\` to the tables of source \`${source.name}\`, where it is not captured`;
  return `declare it: \`external("${parts.at(-1) ?? name}", { .. })\` for a table that somebody else writes`;
}
