import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const revenue = mart("revenue", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select distinct o.day from ${orders} as o`,
});

export const revenueByStatus = mart("revenue_by_status", {
  columns: { status: t.varchar() },
  grain: ["status"],
  sql: sql`select distinct o.status from ${orders} as o`,
});
