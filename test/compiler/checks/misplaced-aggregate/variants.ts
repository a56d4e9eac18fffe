import { sql } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "an aggregate in an aggregate": () => [
    martWith({
      sql: sql`select sum(max(o.id)) as id, o.day, 'x' as status from ${orders} as o group by o.day`,
    }),
  ],
  "a window function in where": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o where row_number() over (order by o.id) = 1`,
    }),
  ],
  "an aggregate in a join": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o join ${orders} as p on max(p.id) = o.id`,
    }),
  ],
  "an aggregate in group by": () => [
    martWith({
      sql: sql`select max(id) as id, current_date as day, 'x' as status from ${orders} group by max(day)`,
    }),
  ],
  "windows in a window": () => [
    martWith({
      sql: sql`select o.id, o.day, cast(sum(sum(o.id) over ()) over () as varchar) as status from ${orders} as o`,
    }),
  ],
};
