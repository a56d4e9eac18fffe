import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const revenue = mart("revenue", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o where o.status in ${["paid", "placed"]} and o.total > ${0}`,
});
