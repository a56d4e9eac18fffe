import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const scores = mart("scores", {
  columns: { order_id: t.double(), score: t.bigint() },
  grain: ["order_id"],
  sql: sql`select cast(o.id as double) as order_id, count(*) as score from ${orders} as o group by 1`,
});

export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o join ${scores} as s on s.order_id = o.id`,
});
