import { changes, chart, dashboard, metric, sql, sqlFile, test } from "odp";
import { martWith } from "../models.ts";
import { dailyReport } from "../scheduled.ts";
import { daily, orders, shop } from "../shop.ts";

export const variants = {
  "without an alias": () => [martWith({ sql: sql`select stg_orders.uid as id from ${orders}` })],
  "in a file": () => ({
    exports: [orders, martWith({ sql: sqlFile("paid.sql") })],
    files: { "paid.sql": "select o.uid\nfrom stg_orders o" },
  }),
  "inside a common table expression": () => [
    martWith({ sql: sql`with a as (select o.uid from ${orders} as o) select a.uid as id from a` }),
  ],
  "in the condition of a join": () => [
    martWith({ sql: sql`select o.id from ${orders} as o join ${daily} as d on d.date = o.day` }),
  ],
  "from the outside of a subquery": () => [
    martWith({
      sql: sql`select o.id from ${orders} as o where exists (select 1 from ${daily} as d where d.day = o.date)`,
    }),
  ],
  "a column of another face": () => [
    martWith({ sql: sql`select c.id, c._valid_from from ${changes(shop.orders)} as c` }),
  ],
  "in a report": () => [dailyReport({ sql: sql`select d.date from ${daily} as d` })],
  "in a test": () => [martWith({ tests: [test.table("none", sql`select o.uid from ${orders} as o`)] })],
  quoted: () => [martWith({ sql: sql`select o."ID " from ${orders} as o` })],
  "in a metric": () => [
    dashboard("sales", {
      title: "Sales",
      rows: [
        [
          chart.bigNumber({
            title: "Rows",
            metric: metric.sql(daily, sql`(select sum(d.revenu) from ${daily} as d)`),
          }),
        ],
      ],
    }),
  ],
};
