import { chart, dashboard, markdown, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  tabs: [
    { title: "Numbers", rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]] },
    { title: "About", rows: [[markdown("Paid orders only.")]] },
  ],
});
