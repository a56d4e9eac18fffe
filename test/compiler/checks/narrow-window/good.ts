import { incremental, mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const daily = mart("daily", {
  columns: { day: t.date(), total: t.decimal(38, 2) },
  grain: ["day"],
  materialize: incremental({ period: "day", recompute: "30 days" }),
  sql: sql`select o.day, sum(o.total) as total from ${orders} as o group by 1`,
});

export const highest = mart("highest", {
  columns: { day: t.date(), total: t.decimal(38, 2) },
  grain: ["day"],
  materialize: incremental({ period: "day", recompute: "30 days" }),
  sql: sql`select d.day, d.total from ${daily} as d where d.total > 1000`,
});
