import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** The period of a report in other SQL. */
export const strayPeriod = check({
  code: "ODP5001",
  slug: "stray-period",
  severity: "error",
  explain: explanation({
    what: "`period.start` or `period.end` stands in SQL that is not a report's.",
    why: "Only a report has a period: its schedule binds the two when it is sent. A model that depended on the time of its run would not be the same when it is built again.",
    mend: "In a model, use a column. For a model that computes recent periods only, use `materialize: incremental({ period: .. })`.",
    bad: `mart("recent", { sql: sql\`select .. where day >= \${period.start}\` })`,
    good: `report("recent", { sql: sql\`select .. where day >= \${period.start}\` })`,
  }),
  run: (graph, report) => {
    for (const problem of graph.problems) {
      if (problem.kind !== "stray-period") continue;
      const node = graph.nodes.get(problem.node);
      report({
        at: problem.at,
        message: `the ${node?.kind ?? "SQL"} \`${node?.name ?? problem.node}\` has no period; only reports have one`,
        help: "use a column, or `materialize: incremental({ period: .. })`",
      });
    }
  },
});
