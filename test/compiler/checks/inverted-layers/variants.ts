import { intermediate, sql, sqlFile, t } from "odp";
import { stagingWith } from "../models.ts";
import { daily, orders } from "../shop.ts";

const columns = { day: t.date() };

export const variants = {
  "staging reads a mart": () => [
    stagingWith({ columns, grain: ["day"], sql: sql`select d.day from ${daily} as d` }),
  ],
  "intermediate reads a mart": () => [
    intermediate("int_days", { columns, grain: ["day"], sql: sql`select d.day from ${daily} as d` }),
  ],
  "staging reads intermediate": () => {
    const days = intermediate("int_days", {
      columns,
      grain: ["day"],
      sql: sql`select o.day from ${orders} as o`,
    });
    return [stagingWith({ columns, grain: ["day"], sql: sql`select d.day from ${days} as d` })];
  },
  "in a file": () => ({
    exports: [daily, stagingWith({ columns, grain: ["day"], sql: sqlFile("a.sql") })],
    files: { "a.sql": "select d.day from daily as d" },
  }),
  "in a common table expression": () => [
    stagingWith({
      columns,
      grain: ["day"],
      sql: sql`with d as (select x.day from ${daily} as x) select d.day from d`,
    }),
  ],
  "beside a captured table": () => [
    stagingWith({ sql: sql`select o.id from ${orders} as o join shop.orders as s on s.id = o.id` }),
  ],
};
