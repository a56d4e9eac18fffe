import { incremental, mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.date(), status: t.varchar() },
  grain: ["status"],
  materialize: incremental({ period: "day", recompute: "30 days" }),
  sql: sql`select distinct o.day, o.status from ${orders} as o`,
});
