import { history, mart, sql, t } from "odp";
import { orders, shop } from "../shop.ts";

export const paid = mart("paid", {
  columns: { total: t.decimal(12, 2) },
  grain: ["total"],
  sql: sql`
    with o as (select 1 as anything)
    select s.TOTAL as total
    from ${orders} as s
    join ${history(shop.orders)} as h on h.id = s.id and h._is_current
    where s.id in (select o.anything from o)`,
});
