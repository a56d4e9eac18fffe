import { chart, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

export const variants = {
  "by nothing, falling": () => [
    drawing(chart.table({ title: "R", columns: [daily.day, daily.revenue], sort: "descending" })),
  ],
  "in a tab": () => [
    dashboardWith({
      tabs: [
        {
          title: "All",
          rows: [[chart.table({ title: "R", columns: [daily.day], sortBy: metric.sum(daily.revenue) })]],
        },
      ],
    }),
  ],
  "metrics by a column": () => [
    drawing(
      chart.table({ title: "R", columns: [daily.day], metrics: [metric.count(daily)], sortBy: daily.day }),
    ),
  ],
  "by nothing": () => [drawing(chart.table({ title: "R", columns: [daily.day], sort: "ascending" }))],
  "rows by a metric": () => [
    drawing(chart.table({ title: "R", columns: [daily.day], metrics: [], sortBy: metric.count(daily) })),
  ],
};
