import { mart, sql, sqlFile, t } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "a column too many": () => [
    martWith({ sql: sql`select o.id, o.day, o.status, o.total from ${orders} as o` }),
  ],
  "a column too few": () => [martWith({ sql: sql`select o.id, o.day from ${orders} as o` })],
  "another alias": () => [martWith({ sql: sql`select o.id as uid, o.day, o.status from ${orders} as o` })],
  "an expression without a name": () => [
    martWith({ sql: sql`select o.id, o.day, upper(o.status) from ${orders} as o` }),
  ],
  "a name twice": () => [martWith({ sql: sql`select o.id, o.day, o.status, o.id from ${orders} as o` })],
  "behind a star": () => [martWith({ sql: sql`with a as (select id, day from ${orders}) select * from a` })],
  "in a union": () => [
    martWith({
      sql: sql`select id, day, status as state from ${orders} union all select id, day, status from ${orders}`,
    }),
  ],
  "in a file": () => ({
    exports: [orders, martWith({ sql: sqlFile("paid.sql") })],
    files: { "paid.sql": "select id, day\nfrom stg_orders" },
  }),
  "in models made by a loop": () =>
    ["a", "b"].map((name) =>
      mart(name, { columns: { id: t.bigint() }, grain: ["id"], sql: sql`select id as uid from ${orders}` }),
    ),
};
