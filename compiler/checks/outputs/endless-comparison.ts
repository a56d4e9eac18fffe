import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { chartRelations, placedCharts } from "../support/charts.ts";
import { isBounded } from "../support/time-ranges.ts";

/** A comparison with an earlier time over a time without an end. */
export const endlessComparison = check({
  code: "ODP5032",
  slug: "endless-comparison",
  severity: "error",
  explain: explanation({
    what: "A chart compares with an earlier time, and its dashboard has no filter of time for it that begins and ends.",
    why: "Superset moves the filtered stretch of time back and asks again; without one it shows `An enclosed time range (both start and end) must be specified when using a Time Comparison`.",
    mend: "Give the dashboard a filter of time over a column of the chart's relation, with another default than `all`.",
    bad: `dashboard("sales", { rows: [[chart.line({ compare: "previous week", ... })]] })`,
    good: `dashboard("sales", { filters: [filter.time(daily.day, { default: "last 30 days" })], rows: [[chart.line({ compare: "previous week", ... })]] })`,
  }),
  run: (graph, report) => {
    for (const { dashboard, chart } of placedCharts(graph)) {
      if (chart.spec.compare === undefined || chart.type === "bigNumberTrend") continue;
      const columns = new Set(chartRelations(chart).flatMap((body) => Object.keys(body.columns)));
      const filters = (dashboard.declaration.spec.filters ?? []).filter(
        ({ type, column }) => type === "time" && isColumnRef(column) && columns.has(column[COLUMN].name),
      );
      if (isBounded(filters[0]?.default)) continue;
      report({
        at: { kind: "site", site: chart.site, path: ["compare"] },
        message: `the chart "${chart.spec.title}" compares with an earlier time, but nothing says from when to when`,
        help: "give the dashboard a `filter.time(..)` over a column of the same relation, with a default that ends",
      });
    }
  },
});
