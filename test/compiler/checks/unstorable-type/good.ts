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
  sql: sql`select o.id, o.status, array[o.day] as days, cast(row(o.total, o.created_at) as row(total decimal(12, 2), "at" timestamp(6) with time zone)) as both, cast(map() as map(varchar, time(6))) as "by" from ${orders} as o`,
});
