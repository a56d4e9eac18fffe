import { mart, sql, t } from "odp";
import { orders, shop } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint(), country: t.varchar().nullable() },
  grain: ["id"],
  sql: sql`select o.id, c.country from ${orders} as o left join ${shop.customers} as c on c.id = o.customer_id`,
});
