import { RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { valueProblem } from "../support/values.ts";

/** An accepted value that the column can never hold. */
export const mistypedAcceptedValue = check({
  code: "ODP4015",
  slug: "mistyped-accepted-value",
  severity: "error",
  explain: explanation({
    what: "`.accepted(..)` lists a value that is none of the column's type, or lists nothing.",
    why: "The list becomes a dbt test, `column not in (..)`. Trino refuses to compare a number with a text, so the test fails on every run; with an empty list every row is wrong.",
    mend: "Write texts for text columns and numbers for number columns.",
    bad: `rank: t.integer().accepted("1", "two")`,
    good: `rank: t.integer().accepted(1, 2)`,
  }),
  run: (graph, report) => {
    for (const node of graph.nodes.values()) {
      if (!RELATION_KINDS.has(node.kind)) continue;
      for (const column of node.columns) {
        const { accepted } = column.spec;
        if (accepted === undefined) continue;
        const problem = accepted
          .map((value) =>
            typeof value === "string" && column.spec.kind === "number"
              ? `\`${JSON.stringify(value)}\` is no ${column.spec.type.name}`
              : valueProblem(column.spec, value),
          )
          .find((found) => found !== undefined);
        if (problem === undefined && accepted.length > 0) continue;
        report({
          at: column.mark,
          message:
            accepted.length === 0
              ? `\`${node.name}.${column.name}\` accepts no value at all`
              : `\`${node.name}.${column.name}\` accepts a value that it can never hold: ${problem ?? ""}`,
          help:
            accepted.length === 0
              ? "name its values, or leave `.accepted()` out"
              : 'write values as the column holds them: numbers as numbers, dates as `"2026-01-31"`',
        });
      }
    }
  },
});
