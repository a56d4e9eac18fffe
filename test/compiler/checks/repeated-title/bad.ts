import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [
    [
      chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) }),
      chart.line({ title: "Revenue", time: daily.day, grain: "day", y: metric.sum(daily.revenue) }),
    ],
  ],
});
