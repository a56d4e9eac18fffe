import { intermediate, mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = intermediate("int_paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
});
export const shown = mart("shown", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select p.id from ${paid} as p`,
});
