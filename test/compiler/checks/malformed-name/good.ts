import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const revenue = mart("daily_revenue", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
});
