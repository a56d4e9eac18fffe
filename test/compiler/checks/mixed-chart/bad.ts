import { chart, dashboard, mart, metric, sql, t } from "odp";
import { daily, orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint(), day: t.date() },
  grain: ["id"],
  sql: sql`select o.id, o.day from ${orders} as o`,
});

export const sales = dashboard("sales", {
  title: "Sales",
  // @ts-expect-error -- for those who skip the type check
  rows: [[chart.line({ title: "Revenue", time: paid.day, grain: "day", y: metric.sum(daily.revenue) })]],
});
