import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A test of the number of rows that no table, or every table, passes. */
export const impossibleRowCount = check({
  code: "ODP4031",
  slug: "impossible-row-count",
  severity: "error",
  explain: explanation({
    what: "`test.rowCount` has a `min` above its `max`, a limit that is no whole number, or no limit.",
    why: "Such a test fails on every run, or never can: it looks like a guard and is none.",
    mend: "Give `min`, `max` or both, as whole numbers from 0.",
    bad: "test.rowCount({ min: 100, max: 10 })",
    good: "test.rowCount({ min: 10, max: 100 })",
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "model"), ...nodesOf(graph, "seed")])
      for (const test of node.declaration.spec.tests ?? []) {
        if (test.kind !== "row-count") continue;
        const problem = problemOf(test.min, test.max);
        if (problem !== undefined)
          report({
            at: { kind: "site", site: test.site },
            message: `a test of \`${node.name}\` ${problem}`,
            help: "give `min`, `max` or both, as whole numbers",
          });
      }
  },
});

function problemOf(min: number | undefined, max: number | undefined): string | undefined {
  const limits = [min, max].filter((limit) => limit !== undefined);
  if (limits.length === 0) return "limits its rows by nothing";
  if (limits.some((limit) => !Number.isInteger(limit) || limit < 0))
    return "limits its rows by no whole number";
  return min !== undefined && max !== undefined && min > max
    ? `wants at least ${min} rows and at most ${max}`
    : undefined;
}
