import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date(), status: t.varchar().nullable() },
  grain: ["day", "status"],
  sql: sql`select distinct o.day, o.status from ${orders} as o`,
});
