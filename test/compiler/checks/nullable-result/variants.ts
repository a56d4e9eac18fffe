import { mart, sql, t } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  nullif: () => [
    martWith({ sql: sql`select o.id, o.day, nullif(o.status, '') as status from ${orders} as o` }),
  ],
  "a case without else": () => [
    martWith({
      sql: sql`select o.id, o.day, case when o.total > 1 then 'big' end as status from ${orders} as o`,
    }),
  ],
  "try_cast behind a common table": () => [
    martWith({
      sql: sql`with a as (select try_cast(status as bigint) as id, day, status from ${orders}) select * from a`,
    }),
  ],
  "a sum of what a filter leaves": () => [
    mart("paid", {
      columns: { day: t.date(), revenue: t.decimal(38, 2) },
      grain: ["day"],
      sql: sql`select day, sum(total) filter (where status = 'paid') as revenue from ${orders} group by 1`,
    }),
  ],
  "an aggregate of all rows": () => [
    mart("paid", {
      columns: { newest: t.date() },
      grain: ["newest"],
      sql: sql`select max(day) as newest from ${orders}`,
    }),
  ],
  "the row before": () => [
    martWith({ sql: sql`select o.id, lag(o.day) over (order by o.id) as day, o.status from ${orders} as o` }),
  ],
};
