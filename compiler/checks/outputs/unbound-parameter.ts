import { nodesOf } from "../../graph/graph.ts";
import { suggest } from "../../text/suggest.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A parameter of a query that a recipient gives no value, or that stands where there are no recipients. */
export const unboundParameter = check({
  code: "ODP5050",
  slug: "unbound-parameter",
  severity: "error",
  explain: explanation({
    what: "`parameter(..)` stands in a query, and a delivery of the report does not give it in its `with`; or it stands in SQL that is no report's.",
    why: "The value is bound when the report is sent to that recipient. Without one the query cannot run, and the mail does not arrive.",
    mend: 'Give the value to every delivery of the report: `with: { country: "KE" }`.',
    bad: `report("mail", { sql: sql\`.. where country = \${parameter("country")}\`, to: [email({ to, via })] })`,
    good: `report("mail", { sql: sql\`.. where country = \${parameter("country")}\`, to: [email({ to, via, with: { country: "KE" } })] })`,
  }),
  run: (graph, report) => {
    for (const problem of graph.problems) {
      if (problem.kind !== "stray-parameter") continue;
      const node = graph.nodes.get(problem.node);
      report({
        at: problem.at,
        message: `the ${node?.kind ?? "SQL"} \`${node?.name ?? problem.node}\` has no recipients; only reports have parameters`,
        help: "write the value itself",
      });
    }
    for (const node of nodesOf(graph, "report")) {
      const pieces = node.sql?.pieces ?? [];
      const names = new Set(pieces.flatMap((piece) => (piece.kind === "parameter" ? [piece.name] : [])));
      for (const delivery of node.declaration.spec.to ?? [])
        for (const name of names) {
          const given = Object.keys(delivery.with ?? {});
          if (given.includes(name)) continue;
          const meant = suggest(name, given);
          report({
            at: { kind: "site", site: delivery.site },
            message: `the query of \`${node.name}\` has the parameter \`${name}\`, and this delivery gives it no value`,
            help:
              meant === undefined
                ? `add \`with: { ${name}: .. }\``
                : `did you mean \`${name}\` by \`${meant}\`?`,
          });
        }
    }
  },
});
