import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Graph } from "../../graph/graph.ts";
import type { SqlProblemSlug } from "../../sql/problems.ts";

/** Reports what the SQL front end found of these kinds, with the name of the declaration whose SQL it is. */
export function reportMeanings(
  graph: Graph,
  report: (finding: Finding) => void,
  slugs: readonly SqlProblemSlug[],
): void {
  for (const problem of graph.problems) {
    if (problem.kind !== "meaning" || !slugs.includes(problem.slug)) continue;
    const reader = graph.nodes.get(problem.node)?.name ?? problem.node;
    const help = problem.help === undefined ? {} : { help: problem.help };
    report({ at: problem.at, message: `in the SQL of \`${reader}\`, ${problem.message}`, ...help });
  }
}
