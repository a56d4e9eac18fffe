import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";
import { columnNames } from "../support/relations.ts";

/** A column that its relation does not have. */
export const unknownColumn = check({
  code: "ODP4003",
  slug: "unknown-column",
  severity: "error",
  explain: explanation({
    what: "A query names a column that none of its relations has, or that several of them have.",
    why: "dbt's own parse does not see it (seen on dbt-core 1.12 with Trino); Trino refuses the query when the model runs. Captured tables have the columns that are declared, not those that the database has.",
    mend: "Correct the name, or declare the column at its source.",
    bad: `sql\`select o.totl from \${orders} as o\``,
    good: `sql\`select o.total from \${orders} as o\``,
  }),
  run: (graph, report) => {
    for (const problem of graph.problems) {
      if (problem.kind !== "column") continue;
      const { at, owner } = problem;
      const node = owner && graph.nodes.get(owner.node);
      if (owner === undefined || node === undefined) {
        const reader = graph.nodes.get(problem.node)?.name ?? problem.node;
        const help = problem.help === undefined ? {} : { help: problem.help };
        report({ at, message: `in the SQL of \`${reader}\`, ${problem.message}`, ...help });
        continue;
      }
      const what = owner.face === "current" ? node.name : `${owner.face}(${node.name})`;
      const help = nearest(problem.column, columnNames(node, owner.face), `columns of \`${node.name}\``);
      report({
        at,
        message: `\`${what}\` has no column \`${problem.column}\``,
        related: [{ at: node.mark, message: `\`${node.name}\` is declared here` }],
        ...(help === undefined ? {} : { help }),
      });
    }
  },
});
