import { sql } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "no such function": () => [
    martWith({ sql: sql`select o.id, o.day, uper(o.status) as status from ${orders} as o` }),
  ],
  "a function of other arguments": () => [
    martWith({ sql: sql`select o.id, o.day, upper(o.id) as status from ${orders} as o` }),
  ],
  "text for a date": () => [
    martWith({ sql: sql`select o.id, o.day, o.status from ${orders} as o where o.day = '2024-01-01'` }),
  ],
  "arithmetic over text": () => [
    martWith({ sql: sql`select o.id, o.day, cast(o.status + 1 as varchar) as status from ${orders} as o` }),
  ],
  "results of a case": () => [
    martWith({
      sql: sql`select o.id, o.day, case when o.total > 1 then 'big' else 0 end as status from ${orders} as o`,
    }),
  ],
  "a type of another system": () => [
    martWith({ sql: sql`select cast(o.id as int8) as id, o.day, o.status from ${orders} as o` }),
  ],
  "a cast that is none": () => [
    martWith({ sql: sql`select o.id, cast(o.id as date) as day, o.status from ${orders} as o` }),
  ],
  "a condition that is none": () => [
    martWith({ sql: sql`select o.id, o.day, o.status from ${orders} as o where o.total` }),
  ],
  "sides of a union": () => [
    martWith({ sql: sql`select id, day, status from ${orders} union all select id, day, id from ${orders}` }),
  ],
  "a join": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o join ${orders} as p on p.customer_id = o.id`,
    }),
  ],
  "behind a common table and in a lambda": () => [
    martWith({
      sql: sql`with a as (select id, day, transform(array[status], s -> s * 2) as s from ${orders}) select id, day, s[1] as status from a`,
    }),
  ],
};
