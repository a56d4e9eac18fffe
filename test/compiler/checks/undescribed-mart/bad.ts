import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const undescribed = true;
export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
});
