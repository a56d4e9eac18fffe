import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { chartRelations, placedCharts, relationName } from "../support/charts.ts";
import { quoted } from "../support/words.ts";

/** A chart over two relations. */
export const mixedChart = check({
  code: "ODP5002",
  slug: "mixed-chart",
  severity: "error",
  explain: explanation({
    what: "The columns and metrics of one chart come from more than one relation.",
    why: "A chart of Superset reads one dataset, and a dataset is one table. The faces of a captured table are relations of their own.",
    mend: "Join the relations in a mart, and draw the mart.",
    bad: "chart.bar({ x: customers.country, y: metric.sum(orders.total) })",
    good: "chart.bar({ x: ordersByCountry.country, y: metric.sum(ordersByCountry.total) })",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph)) {
      const names = chartRelations(chart).map(relationName);
      if (names.length < 2) continue;
      report({
        at: { kind: "site", site: chart.site },
        message: `the chart "${chart.spec.title}" mixes ${quoted(names)}`,
        help: "join them in a mart, and draw the mart",
      });
    }
  },
});
