import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date(), status: t.varchar() },
  grain: ["day"],
  partitionBy: ["year(day)", "bucket(status, 4)", "status"],
  sql: sql`select o.day, max(o.status) as status from ${orders} as o group by 1`,
});
