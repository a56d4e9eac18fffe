import { incremental, mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const days = mart("days", {
  columns: { day: t.varchar() },
  grain: ["day"],
  // @ts-expect-error -- for those who skip the type check
  materialize: incremental({ period: "day", recompute: "30 days" }),
  sql: sql`select cast(o.day as varchar) as day from ${orders} as o group by 1`,
});
