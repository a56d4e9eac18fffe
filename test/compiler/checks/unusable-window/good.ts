import { incremental, mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date() },
  grain: ["day"],
  materialize: incremental({ period: "day", recompute: "30 days" }),
  sql: sql`select o.day from ${orders} as o group by 1`,
});
