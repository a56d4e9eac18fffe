import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { total: t.decimal(12, 2) },
  grain: ["total"],
  sql: sql`select o.total as amount from ${orders} as o`,
});
