import { sql, staging, t } from "odp";
import { shop } from "../shop.ts";

export const orders = staging("stg_paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  materialize: "table",
  partitionBy: ["bucket(id, 16)"],
  sql: sql`select o.id from ${shop.orders} as o`,
});
