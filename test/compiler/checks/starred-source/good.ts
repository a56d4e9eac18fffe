import { mart, sql, t } from "odp";
import { orders, shop } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint(), rows: t.bigint() },
  grain: ["id"],
  sql: sql`
    with a as (select c.id, 2 * count(*) as rows from ${shop.orders} as c group by 1),
    b as (select * from ${orders} as o)
    select a.* from a join b on b.id = a.id`,
});
