import { mart, pg, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint(), status: pg.varchar(20) },
  grain: ["id"],
  sql: sql`select o.id, o.status from ${orders} as o`,
});
