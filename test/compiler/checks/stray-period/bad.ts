import { mart, period, sql, t } from "odp";
import { orders } from "../shop.ts";

export const recent = mart("recent", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o where o.created_at >= ${period.start}`,
});
