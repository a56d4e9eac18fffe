import { sql } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "no group by": () => [
    martWith({ sql: sql`select max(o.id) as id, o.day, 'x' as status from ${orders} as o` }),
  ],
  "inside an expression": () => [
    martWith({
      sql: sql`select max(o.id) as id, o.day, upper(o.status) as status from ${orders} as o group by o.day`,
    }),
  ],
  "in having": () => [
    martWith({
      sql: sql`select max(id) as id, day, 'x' as status from ${orders} group by day having total > 1`,
    }),
  ],
  "in a subquery": () => [
    martWith({
      sql: sql`select max(o.id) as id, o.day, (select max(p.status) from ${orders} as p where p.id = o.id) as status from ${orders} as o group by o.day`,
    }),
  ],
  "a star": () => [
    martWith({ sql: sql`select a.* from (select id, day, status from ${orders}) as a group by a.id` }),
  ],
  "distinct rows by another order": () => [
    martWith({ sql: sql`select distinct o.id, o.day, o.status from ${orders} as o order by o.total` }),
  ],
};
