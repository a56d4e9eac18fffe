import { report, sql, sqlFile, test } from "odp";
import { martWith } from "../models.ts";
import { daily, orders } from "../shop.ts";

export const variants = {
  "a name that is not closed": () => [martWith({ sql: sql`select o."id from ${orders} as o` })],
  "a comment that is not closed": () => [martWith({ sql: sql`select o.id /* why from ${orders} as o` })],
  "in a file": () => ({
    exports: [orders, martWith({ sql: sqlFile("paid.sql") })],
    files: { "paid.sql": "select o.id from stg_orders as o\nwhere o.status = 'paid" },
  }),
  "in a report": () => [
    report("mail", {
      title: "Mail",
      sql: sql`select 'x from ${daily} as d`,
      attach: "csv",
      whenEmpty: "skip",
      to: [],
      schedule: [],
    }),
  ],
  "in a test": () => [martWith({ tests: [test.table("none", sql`select 'x`)] })],
  "in a nested template": () => [
    martWith({ sql: sql`select o.id from ${orders} as o where ${sql`o.status = 'paid`}` }),
  ],
};
