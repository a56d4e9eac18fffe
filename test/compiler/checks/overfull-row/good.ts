import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [
    [
      chart.bigNumber({ title: "Revenue", width: 4, metric: metric.sum(daily.revenue) }),
      chart.line({
        title: "Revenue by day",
        width: 8,
        time: daily.day,
        grain: "day",
        y: metric.sum(daily.revenue),
      }),
    ],
  ],
});
