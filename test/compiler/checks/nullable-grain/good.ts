import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date(), status: t.varchar() },
  grain: ["day", "status"],
  sql: sql`select distinct o.day, coalesce(o.status, 'unknown') as status from ${orders} as o`,
});
