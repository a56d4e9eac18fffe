import { mart, report, sql, sqlFile, t, test } from "odp";
import { orders, shop } from "../shop.ts";

const one = { columns: { id: t.bigint() }, grain: ["id"] } as const;

export const variants = {
  "a table that the source does not capture": () => [
    shop,
    mart("paid", { ...one, sql: sql`select p.id from shop.payments as p` }),
  ],
  "behind a common table expression": () => [
    orders,
    mart("paid", {
      ...one,
      sql: sql`with a as (select o.id from ${orders} as o) select a.id from a join b on b.id = a.id`,
    }),
  ],
  "in a file": () => ({
    exports: [mart("paid", { ...one, sql: sqlFile("paid.sql") })],
    files: { "paid.sql": "select id\nfrom lake.orders" },
  }),
  "in a template inside a template": () => {
    const inner = sql`select x.id from missing as x`;
    return [mart("paid", { ...one, sql: sql`select i.id from (${inner}) as i` })];
  },
  "in a report": () => [
    report("mail", {
      title: "Mail",
      sql: sql`select id from nowhere`,
      attach: "csv",
      whenEmpty: "skip",
      to: [],
      schedule: [],
    }),
  ],
  "in a test": () => [
    mart("paid", {
      ...one,
      sql: sql`select o.id from ${orders} as o`,
      tests: [test.table("none", sql`select id from nobody`)],
    }),
  ],
  "in a subquery of a condition": () => [
    mart("paid", {
      ...one,
      sql: sql`select o.id from ${orders} as o where exists (select 1 from gone as g)`,
    }),
  ],
};
