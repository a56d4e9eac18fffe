import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date(), rate: t.bigint() },
  grain: ["day"],
  sql: sql`select o.day, count_if(o.status = 'paid') / count(*) as rate from ${orders} as o group by 1`,
});
