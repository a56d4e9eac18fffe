import { chart, dashboard, metric } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [
    [chart.pie({ title: "R", by: daily.status, size: metric.count(daily), superset: { showLegend: true } })],
  ],
});
