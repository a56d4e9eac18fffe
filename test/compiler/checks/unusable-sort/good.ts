import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [
    [
      chart.table({
        title: "Days",
        columns: [daily.day],
        metrics: [metric.sum(daily.revenue)],
        sortBy: metric.sum(daily.revenue),
      }),
    ],
  ],
});
