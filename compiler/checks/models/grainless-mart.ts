import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A mart that does not say what one row is. */
export const grainlessMart = check({
  code: "ODP4025",
  slug: "grainless-mart",
  severity: "warning",
  explain: explanation({
    what: "A mart has no `grain` and no column that is unique or a primary key.",
    why: "The grain says what one row is. Without it no test finds the join that doubles the revenue: the most frequent mistake in a warehouse, and one that no type check sees. Source: dbt-project-evaluator, rule `missing primary key tests`.",
    mend: "Name the columns that no two rows share.",
    bad: `mart("daily", { columns: { day: t.date(), revenue: t.decimal(38, 2) }, ... })`,
    good: `mart("daily", { columns: { ... }, grain: ["day"], ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const { layer, spec } = node.declaration;
      const isKeyed =
        (spec.grain ?? []).length > 0 ||
        node.columns.some((column) => column.spec.unique || column.spec.primaryKey) ||
        (spec.tests ?? []).some((test) => test.kind === "unique");
      // An increment without a grain is an error of its own.
      if (layer !== "mart" || isKeyed || typeof spec.materialize === "object") continue;
      report({
        at: node.mark,
        message: `the mart \`${node.name}\` does not say what one of its rows is`,
        help: "name the columns that no two rows share: `grain: [..]`",
      });
    }
  },
});
