import { chart, dashboard, metric } from "odp";
import { orders } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Orders", metric: metric.count(orders) })]],
});
