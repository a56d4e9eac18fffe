import { changes, sql, sqlFile, staging, t } from "odp";
import { martWith } from "../models.ts";
import { shop } from "../shop.ts";

export const variants = {
  "with an alias": () => [martWith({ sql: sql`select o.* from ${shop.orders} as o` })],
  "in a common table expression": () => [
    martWith({ sql: sql`with o as (select * from ${shop.orders}) select o.id from o` }),
  ],
  "in a file": () => ({
    exports: [shop, martWith({ sql: sqlFile("a.sql") })],
    files: { "a.sql": "select *\nfrom shop.orders" },
  }),
  "beside other columns": () => [
    martWith({ sql: sql`select 1 as one, o.*, 2 as two from ${shop.orders} as o` }),
  ],
  distinct: () => [martWith({ sql: sql`select distinct * from ${shop.orders}` })],
  "of changes": () => [martWith({ sql: sql`select * from ${changes(shop.orders)} as c` })],
  "in a staging model": () => [
    staging("stg_paid", {
      columns: { id: t.bigint() },
      grain: ["id"],
      sql: sql`select * from ${shop.orders} as o`,
    }),
  ],
};
