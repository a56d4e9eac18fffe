import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { status: t.varchar(), day: t.date(), n: t.bigint() },
  grain: ["status", "day"],
  sql: sql`select o.status, o.day, count(*) as n from ${orders} as o group by 1`,
});
