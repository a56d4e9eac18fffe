import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { seedRows } from "../support/seeds.ts";
import { valueProblem } from "../support/values.ts";
import { few } from "../support/words.ts";

/** A value of a seed that its column cannot hold, or does not accept. */
export const mistypedSeedValue = check({
  code: "ODP4020",
  slug: "mistyped-seed-value",
  severity: "error",
  explain: explanation({
    what: "A value of a seed is none of its column's type, or none of those that the column accepts.",
    why: "dbt inserts the rows with a cast to the declared type; one value that cannot be cast fails the whole seed and everything that reads it.",
    mend: "Correct the value, or the type or list of the column.",
    bad: `columns: { since: t.date() }, rows: [{ since: "31.12.2025" }]`,
    good: `columns: { since: t.date() }, rows: [{ since: "2025-12-31" }]`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "seed")) {
      const { header, rows } = seedRows(node);
      const at = markAt(node.mark, header === undefined ? "rows" : "file");
      for (const column of node.columns) {
        const { accepted } = column.spec;
        for (const row of rows) {
          const value = row[column.name];
          if (value === undefined || value === null) continue;
          const problem = valueProblem(column.spec, value);
          const isRefused =
            accepted !== undefined && accepted.length > 0 && !accepted.map(String).includes(String(value));
          if (problem === undefined && !isRefused) continue;
          report({
            at,
            message: `the seed \`${node.name}\` gives \`${column.name}\` ${problem === undefined ? `\`${JSON.stringify(value)}\`, which it does not accept` : `a value of another type: ${problem}`}`,
            related: [{ at: column.mark, message: `\`${column.name}\` is declared here` }],
            help:
              problem === undefined
                ? `it accepts ${few((accepted ?? []).map(String))}`
                : 'write numbers as numbers, dates as `"2026-01-31"`, instants as `"2026-01-31 06:00:00 UTC"`',
          });
          break;
        }
      }
    }
  },
});
