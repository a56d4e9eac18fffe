import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export { shop } from "../shop.ts";

export const cheap = mart("cheap", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o where o.total < 10`,
});
export const expensive = mart("expensive", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o where o.id not in (select c.id from cheap as c)`,
});
