import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date(), revenue: t.decimal(38, 2) },
  grain: ["day"],
  sql: sql`select o.day, sum(o.total) as revenue from ${orders} as o group by 1`,
});
