import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue, { format: ",.2f" }) })]],
});
