import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A mart that nobody describes. */
export const undescribedMart = check({
  code: "ODP4026",
  slug: "undescribed-mart",
  severity: "warning",
  explain: explanation({
    what: "A mart has neither a description nor a TSDoc comment.",
    why: "Marts are what people find in Superset and in the catalog; what a number means stands nowhere else. Source: dbt-project-evaluator, rule `undocumented models`.",
    mend: "Write a comment above the declaration, `/** Revenue per local day, paid orders only. */`, or `description`.",
    bad: `export const daily = mart("daily", { ... });`,
    good: `/** Revenue per local day, paid orders only. */
export const daily = mart("daily", { ... });`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      if (node.declaration.layer !== "mart" || (node.description ?? "").trim() !== "") continue;
      report({
        at: node.mark,
        message: `the mart \`${node.name}\` has no description`,
        help: "write a comment `/** .. */` above it, or `description`",
      });
    }
  },
});
