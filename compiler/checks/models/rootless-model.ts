import { nodesOf, upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A model that reads nothing. */
export const rootlessModel = check({
  code: "ODP4024",
  slug: "rootless-model",
  severity: "warning",
  explain: explanation({
    what: "A model reads no table and no other model.",
    why: "Its rows are written in its query, where neither the lineage nor a reviewer expects data. Source: dbt-project-evaluator, rule `root models`.",
    mend: `Write fixed rows as a \`seed\`; name what the query reads with \`\${..}\`.`,
    bad: "mart(\"countries\", { sql: sql`select * from (values ('KE'), ('TZ')) as v (code)` })",
    good: `seed("countries", { columns: { code: t.varchar() }, rows: [{ code: "KE" }, { code: "TZ" }] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      if (
        node.sql === undefined ||
        node.sql.analysed.trim() === "" ||
        upstreamOf(graph, node.id).some((edge) => edge.why === "reads")
      )
        continue;
      // Generated series (calendars) have no source, and are no seed.
      if (/\b(sequence|unnest)\s*\(/i.test(node.sql.analysed) || hasProblem(node.id)) continue;
      report({
        at: node.mark,
        message: `\`${node.name}\` reads nothing`,
        help: "write fixed rows as a `seed`",
      });
    }

    function hasProblem(id: string): boolean {
      return graph.problems.some((problem) => "node" in problem && problem.node === id);
    }
  },
});
