import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { hasQuery } from "../support/sql-texts.ts";

/** Text that is no SQL of Trino. */
export const unreadableSql = check({
  code: "ODP4001",
  slug: "unreadable-sql",
  severity: "error",
  explain: explanation({
    what: "A query holds text that is not Trino SQL, such as a quote that is never closed.",
    why: "dbt would send it to Trino, which refuses it when the model runs; and odp cannot see what the query reads.",
    mend: "Correct the text at the place that is shown. Strings stand in single quotes, names in double quotes.",
    bad: "sql`select 'paid as status`",
    good: "sql`select 'paid' as status`",
  }),
  run: (graph, report) => {
    const broken = new Set(
      graph.problems.flatMap((problem) => (problem.kind === "refused-hole" ? [problem.node] : [])),
    );
    for (const problem of graph.problems) {
      // Where a hole could not become SQL, what stands around it cannot be read.
      if (problem.kind !== "sql" || broken.has(problem.node)) continue;
      const node = graph.nodes.get(problem.node);
      // A query that is missing altogether is a matter of its own.
      if (node?.sql !== undefined && !hasQuery(node)) continue;
      const name = node?.name ?? problem.node;
      report({
        at: problem.at,
        message: `the SQL of \`${name}\` cannot be read: ${problem.message}`,
        ...(problem.help === undefined ? {} : { help: problem.help }),
      });
    }
  },
});
