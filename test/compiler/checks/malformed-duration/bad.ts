import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  // @ts-expect-error -- for those who skip the type check
  freshWithin: "3 hours",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
});
