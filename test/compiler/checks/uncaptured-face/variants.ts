import { changes, history, sql, sqlFile } from "odp";
import { martWith, seedWith } from "../models.ts";
import { dailyReport } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

export const variants = {
  "changes of a model": () => [orders, martWith({ sql: sql`select c.id from changes(stg_orders) as c` })],
  "in a file": () => ({
    exports: [orders, martWith({ sql: sqlFile("a.sql") })],
    files: { "a.sql": "select id from history(stg_orders)" },
  }),
  "of a seed": () => [seedWith({}), martWith({ sql: sql`select c.code from history(countries) as c` })],
  "by the function, against the types": () => [
    martWith({ sql: sql`select c.id from ${changes(orders as never)} as c` }),
  ],
  "in a report": () => [daily, dailyReport({ sql: sql`select d.day from ${history(daily as never)} as d` })],
  "in a common table expression": () => [
    orders,
    martWith({ sql: sql`with x as (select id from history(stg_orders)) select x.id from x` }),
  ],
};
