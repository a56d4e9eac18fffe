import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { hasQuery } from "../support/sql-texts.ts";

/** A model or report without a query. */
export const missingSql = check({
  code: "ODP4002",
  slug: "missing-sql",
  severity: "error",
  explain: explanation({
    what: "A model or a report has no query: `sql` is missing, empty, or only a comment.",
    why: "dbt only warns of a model that has columns and no SQL, and builds nothing: everything that reads it fails.",
    mend: 'Write the query as an `sql` template, or name its file with `sqlFile("orders.sql")`.',
    bad: `mart("daily", { columns: { day: t.date() }, sql: sql\`\` })`,
    good: `mart("daily", { columns: { day: t.date() }, sql: sql\`select day from \${orders}\` })`,
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "model"), ...nodesOf(graph, "report")]) {
      if (hasQuery(node)) continue;
      report({
        at: markAt(node.mark, "sql"),
        message: `the ${node.kind} \`${node.name}\` has no query`,
        help: "write it as an `sql` template, or name its file with `sqlFile(..)`",
      });
    }
  },
});
