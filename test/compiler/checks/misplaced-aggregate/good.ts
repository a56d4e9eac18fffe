import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select o.day from ${orders} as o group by 1 having count(*) > 1`,
});
