import { sql } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "a decimal with a double": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o join (select cast(total as double) as total from ${orders}) as p on p.total = o.total`,
    }),
  ],
  "a whole number with a real": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o join (select cast(id as real) as id from ${orders}) as p on p.id = o.id`,
    }),
  ],
  "an expression": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o join ${orders} as p on sqrt(p.total) = o.id`,
    }),
  ],
  "in an outer join": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o left join (select cast(id as double) as id from ${orders}) as p on o.id = p.id and p.id > 1`,
    }),
  ],
  "behind a common table": () => [
    martWith({
      sql: sql`with p as (select avg(id) as mean from ${orders}) select o.id, o.day, o.status from ${orders} as o join p on p.mean = o.id`,
    }),
  ],
};
