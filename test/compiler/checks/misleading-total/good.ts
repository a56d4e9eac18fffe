import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [
    [
      chart.pivot({
        title: "R",
        rows: [daily.day],
        columns: [daily.status],
        metrics: [metric.sum(daily.revenue)],
        totals: true,
      }),
    ],
  ],
});
