import type { FixtureRow } from "../../../dsl/test.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { fixtures } from "../support/fixtures.ts";
import { nearest } from "../support/nearest.ts";
import { columnNames, knowsColumns } from "../support/relations.ts";

/** A row of a unit test with a column that is not there. */
export const unknownFixtureColumn = check({
  code: "ODP4013",
  slug: "unknown-fixture-column",
  severity: "error",
  explain: explanation({
    what: "A row of a unit test names a column that its input or the model does not have.",
    why: "dbt's parse does not see it; the test fails when it runs (`Invalid column name`), and everything behind the model is skipped.",
    mend: "Correct the name. Columns that are left out are null.",
    bad: "given(orders, [{ totl: 10 }])",
    good: "given(orders, [{ total: 10 }])",
  }),
  run: (graph, report) => {
    const look = (
      owner: string,
      test: string,
      rows: readonly FixtureRow[],
      there: readonly string[],
      at: Mark,
    ): void => {
      const told = new Set<string>();
      for (const name of rows.flatMap((row) => Object.keys(row))) {
        if (there.includes(name) || told.has(name)) continue;
        told.add(name);
        const help = nearest(name, there, "columns");
        report({
          at,
          message: `the unit test "${test}" names \`${name}\`, which is no column of \`${owner}\``,
          ...(help === undefined ? {} : { help }),
        });
      }
    };
    for (const { test, given, input, face, at } of fixtures(graph))
      if (input !== undefined && knowsColumns(input))
        look(input.name, test.name, given.rows ?? [], columnNames(input, face), at);
    for (const node of nodesOf(graph, "model"))
      for (const test of node.declaration.spec.unitTests ?? [])
        if (node.columns.length > 0)
          look(
            node.name,
            test.name,
            test.expect ?? [],
            node.columns.map((column) => column.name),
            { kind: "site", site: test.site },
          );
  },
});
