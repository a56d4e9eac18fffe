import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const wide = mart("wide", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
  allow: { "many-join": "one row for each of fourteen registers" },
});
