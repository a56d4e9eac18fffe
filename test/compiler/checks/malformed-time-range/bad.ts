import { chart, dashboard, filter, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  filters: [filter.time(daily.day, { default: "30 days" as never })],
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
});
