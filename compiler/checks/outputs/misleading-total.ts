import { metricsIn } from "../../graph/further-sql.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { placedCharts } from "../support/charts.ts";

const ADDITIVE: ReadonlySet<string> = new Set(["sum", "count"]);

/** A total that is none. */
export const misleadingTotal = check({
  code: "ODP5034",
  slug: "misleading-total",
  severity: "error",
  explain: explanation({
    what: "A pivot table has totals over a metric that cannot be added up, or a table without metrics has totals.",
    why: "Superset adds the cells of a pivot table in the browser: the total of averages, ratios, percentiles or different values would be a number that means nothing. Rows without metrics have no total at all.",
    mend: "Leave the totals out, or use `chart.table`, whose totals are computed by Trino over all rows.",
    bad: "chart.pivot({ metrics: [metric.avg(orders.total)], totals: true, ... })",
    good: "chart.pivot({ metrics: [metric.sum(orders.total)], totals: true, ... })",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph)) {
      if (chart.spec.totals !== true) continue;
      const at = { kind: "site", site: chart.site, path: ["totals"] } as const;
      const metrics = metricsIn(chart.spec);
      if (metrics.length === 0)
        report({
          at,
          message: `the table "${chart.spec.title}" has totals, and no metrics to add up`,
          help: "give it metrics, or leave `totals` out",
        });
      if (chart.type !== "pivot") continue;
      const odd = metrics.find(({ of }) => !ADDITIVE.has(of.function));
      if (odd !== undefined)
        report({
          at,
          message: `the totals of "${chart.spec.title}" would add up \`${odd.of.function}\`, which means nothing`,
          help: "leave `totals` out, or use `chart.table`, whose totals Trino computes",
        });
    }
  },
});
