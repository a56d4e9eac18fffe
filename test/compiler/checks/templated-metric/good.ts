import { chart, dashboard, metric, sql } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "R", metric: metric.sql(daily, sql`count_if(status = '{' || '{')`) })]],
});
