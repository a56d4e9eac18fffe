import { chart, cron, dashboard, metric, pipeline } from "odp";
import { daily } from "../shop.ts";

const schedule = cron("0 6 * * *", { zone: "UTC" });

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
});
export const finance = dashboard("finance", {
  title: "Finance",
  rows: [[chart.bigNumber({ title: "Orders", metric: metric.sum(daily.orders) })]],
});

export const first = pipeline("sales", { owner: "sales@example.com", schedule, outputs: [sales, daily] });
export const second = pipeline("finance", { owner: "finance@example.com", schedule, outputs: [finance] });
