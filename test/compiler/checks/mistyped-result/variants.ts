import { mart, sql, t } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "another base": () => [
    martWith({ sql: sql`select cast(o.id as varchar) as id, o.day, o.status from ${orders} as o` }),
  ],
  "an integer for a bigint": () => [
    martWith({ sql: sql`select 1 as id, o.day, o.status from ${orders} as o` }),
  ],
  "an instant for a date": () => [
    martWith({ sql: sql`select o.id, o.created_at as day, o.status from ${orders} as o` }),
  ],
  "behind common tables and a union": () => [
    martWith({
      sql: sql`with a as (select id * 1.5 as id, day, status from ${orders}) select id, day, status from ${orders} union all select id, day, status from a`,
    }),
  ],
  "a list": () => [
    mart("paid", {
      columns: { day: t.date(), ids: t.array(t.integer()) },
      grain: ["day"],
      sql: sql`select day, array_agg(id) as ids from ${orders} group by 1`,
    }),
  ],
};
