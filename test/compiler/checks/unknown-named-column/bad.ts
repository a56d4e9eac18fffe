import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date() },
  // @ts-expect-error -- for those who skip the type check
  grain: ["date"],
  sql: sql`select distinct o.day from ${orders} as o`,
});
