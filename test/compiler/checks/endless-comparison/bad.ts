import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
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
