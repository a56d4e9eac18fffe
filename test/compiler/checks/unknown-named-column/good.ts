import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date() },
  grain: ["day"],
  partitionBy: ["month(day)"],
  sortBy: ["day"],
  sql: sql`select distinct o.day from ${orders} as o`,
});
