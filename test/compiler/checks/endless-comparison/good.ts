import { chart, dashboard, filter, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  filters: [filter.time(daily.day, { default: "last 30 days" })],
  rows: [
    [
      chart.line({
        title: "R",
        time: daily.day,
        grain: "day",
        y: metric.sum(daily.revenue),
        compare: "previous week",
      }),
    ],
  ],
});
