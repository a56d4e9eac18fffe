import { mart, sql, t } from "odp";

export { orders, shop } from "../shop.ts";

export const revenue = mart("revenue", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`
    with stg_order as (select o.id from stg_orders as o)
    select s.id from stg_order as s`,
});
