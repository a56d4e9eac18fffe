import { chart, cron, dashboard, metric, pipeline } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  freshWithin: "26h",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue), cacheSeconds: 600 })]],
});

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: cron("0 6 * * *", { zone: "Europe/Berlin" }),
  outputs: [sales],
});
