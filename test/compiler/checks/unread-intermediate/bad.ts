import { intermediate, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = intermediate("int_paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
});
