import type { FixtureRow } from "../../../dsl/test.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import type { GraphColumn } from "../../graph/graph.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { fixtures } from "../support/fixtures.ts";
import { valueProblem } from "../support/values.ts";

/** A value of a unit test that is none of its column's type. */
export const mistypedFixture = check({
  code: "ODP4014",
  slug: "mistyped-fixture",
  severity: "error",
  explain: explanation({
    what: "A row of a unit test gives a column a value of another type.",
    why: "dbt casts every value to the column's type; what cannot be cast fails when the test runs (`Cannot cast 'soon' to date`), not before.",
    mend: 'Write numbers as numbers, dates as `"2026-01-31"`, instants as `"2026-01-31 06:00:00 UTC"`, truth as `true` and `false`.',
    bad: `given(orders, [{ day: "31.01.2026" }])`,
    good: `given(orders, [{ day: "2026-01-31" }])`,
  }),
  run: (graph, report) => {
    const look = (
      owner: string,
      test: string,
      rows: readonly FixtureRow[],
      columns: readonly GraphColumn[],
      at: Mark,
    ): void => {
      for (const row of rows)
        for (const column of columns) {
          const value = row[column.name];
          const problem = value === undefined ? undefined : valueProblem(column.spec, value);
          if (problem === undefined) continue;
          report({
            at,
            message: `the unit test "${test}" gives \`${owner}.${column.name}\` a value of another type: ${problem}`,
            related: [{ at: column.mark, message: `\`${column.name}\` is declared here` }],
            help: 'write numbers as numbers, dates as `"2026-01-31"`, instants as `"2026-01-31 06:00:00 UTC"`',
          });
        }
    };
    for (const { test, given, input, at } of fixtures(graph))
      if (input !== undefined) look(input.name, test.name, given.rows ?? [], input.columns, at);
    for (const node of nodesOf(graph, "model"))
      for (const test of node.declaration.spec.unitTests ?? [])
        look(node.name, test.name, test.expect ?? [], node.columns, { kind: "site", site: test.site });
  },
});
