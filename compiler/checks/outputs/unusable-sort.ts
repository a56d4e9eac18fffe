import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isMetric, placedCharts } from "../support/charts.ts";

/** A table that is sorted by what it cannot be sorted by. */
export const unusableSort = check({
  code: "ODP5033",
  slug: "unusable-sort",
  severity: "error",
  explain: explanation({
    what: "A table of metrics is sorted by a column, a table without metrics by a metric, or there is nothing to sort by.",
    why: "Superset leaves the order out in silence; with a row limit, other rows than the wanted ones are shown.",
    mend: "Sort a table of metrics by a metric, and a table of rows by a column.",
    bad: "chart.table({ columns: [orders.id], sortBy: metric.sum(orders.total) })",
    good: "chart.table({ columns: [orders.id], sortBy: orders.created_at })",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph)) {
      if (chart.type !== "table") continue;
      const { sortBy, sort, metrics } = chart.spec;
      const hasMetrics = Array.isArray(metrics) && metrics.length > 0;
      const said = (path: string, message: string, help: string) =>
        report({
          at: { kind: "site", site: chart.site, path: [path] },
          message: `the table "${chart.spec.title}" ${message}`,
          help,
        });
      if (hasMetrics && isColumnRef(sortBy))
        said(
          "sortBy",
          `has metrics, and is sorted by the column \`${sortBy[COLUMN].name}\``,
          "sort it by a metric",
        );
      if (!hasMetrics && isMetric(sortBy))
        said("sortBy", "has no metrics, and is sorted by one", "sort it by a column");
      if (!hasMetrics && sort !== undefined && sortBy === undefined)
        said("sort", "is sorted by nothing", "name a column in `sortBy`");
    }
  },
});
