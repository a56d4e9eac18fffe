import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select o.day from ${orders} as o where count(*) > 1 group by 1`,
});
