import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: {
    id: t.bigint(),
    status: t.varchar(),
    days: t.array(t.date()),
    both: t.row({ total: t.decimal(12, 2), at: t.timestamptz() }),
    by: t.map(t.varchar(), t.time()),
  },
  grain: ["id"],
  sql: sql`select o.id, o.status, array[o.day] as days, row(o.total, o.created_at) as both, map() as "by" from ${orders} as o`,
});
