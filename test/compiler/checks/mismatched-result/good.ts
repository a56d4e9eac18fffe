import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { total: t.decimal(12, 2) },
  grain: ["total"],
  sql: sql`with o as (select * from ${orders}) select o.total as "TOTAL" from o`,
});
