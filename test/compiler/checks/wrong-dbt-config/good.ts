import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
  dbt: {
    views_enabled: false,
    on_table_exists: "replace",
    our_setting: { value: 1, reason: "our own macro reads it" },
  },
});
