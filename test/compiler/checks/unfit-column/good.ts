import { chart, dashboard, filter, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  filters: [
    filter.time(daily.day, { default: "last 30 days" }),
    filter.select(daily.status),
    filter.range(daily.revenue),
  ],
  rows: [
    [
      chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) }),
      chart.bigNumber({ title: "Last day", metric: metric.max(daily.day) }),
      chart.scatter({ title: "Both", x: daily.orders, y: metric.sum(daily.revenue) }),
    ],
  ],
});
