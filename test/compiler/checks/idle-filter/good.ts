import { chart, dashboard, filter, mart, metric, sql, t } from "odp";
import { daily, orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint(), status: t.varchar() },
  grain: ["id"],
  sql: sql`select o.id, o.status from ${orders} as o`,
});

export const sales = dashboard("sales", {
  title: "Sales",
  filters: [filter.select(paid.status)],
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
});
