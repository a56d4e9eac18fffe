import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Good days", metric: metric.percentile(daily.revenue, 0.95) })]],
});
