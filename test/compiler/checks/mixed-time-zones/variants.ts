import { sql } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "with a timestamp": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o where o.created_at > timestamp '2024-01-01 00:00:00'`,
    }),
  ],
  between: () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o where o.created_at between timestamp '2024-01-01 00:00:00 UTC' and localtimestamp`,
    }),
  ],
  "in a join": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o join ${orders} as p on p.day = o.created_at`,
    }),
  ],
  "in a union": () => [
    martWith({
      sql: sql`select id, day, status from (select id, created_at as at, day, status from ${orders} union all select id, day, day, status from ${orders})`,
    }),
  ],
  "in coalesce": () => [
    martWith({
      sql: sql`select o.id, cast(coalesce(o.created_at, o.day) as date) as day, o.status from ${orders} as o`,
    }),
  ],
};
