import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  freshWithin: "2d",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
});
