import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date(), rate: t.double() },
  grain: ["day"],
  sql: sql`select o.day, cast(count_if(o.status = 'paid') as double) / count(*) as rate from ${orders} as o group by 1`,
});
