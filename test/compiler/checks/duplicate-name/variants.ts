import { chart, dashboard, external, mart, metric, report, seed, sql, staging, t } from "odp";
import { daily, orders, shop } from "../shop.ts";

const board = () =>
  dashboard("sales", {
    title: "Sales",
    rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
  });
const targets = () =>
  seed("targets", { columns: { day: t.date() }, grain: ["day"], rows: [{ day: "2026-01-01" }] });
const mail = () =>
  report("mail", {
    title: "Mail",
    sql: sql`select o.day from ${daily} as o`,
    attach: "csv",
    whenEmpty: "skip",
    to: [],
    schedule: [],
  });
const rates = () =>
  external("rates", {
    schema: "finance",
    columns: { day: t.date() },
    landedBy: "finance",
    freshWithin: "1d",
  });

export const variants = {
  "two dashboards": () => [board(), board()],
  "two seeds": () => [targets(), targets()],
  "two reports": () => [mail(), mail()],
  "a model and the same model read by another": () => [
    staging("days", {
      columns: { day: t.date() },
      grain: ["day"],
      sql: sql`select distinct o.day from ${orders} as o`,
    }),
    mart("months", {
      columns: { day: t.date() },
      grain: ["day"],
      sql: sql`select d.day from ${staging("days", { columns: { day: t.date() }, grain: ["day"], sql: sql`select o.day from ${orders} as o` })} as d`,
    }),
  ],
  "models of a loop": () =>
    ["a", "b"].map((status) =>
      mart("by_status", {
        columns: { id: t.bigint() },
        grain: ["id"],
        sql: sql`select o.id from ${orders} as o where o.status = ${status}`,
      }),
    ),
  "two externals, one of them only read": () => [
    rates(),
    mart("converted", {
      columns: { day: t.date() },
      grain: ["day"],
      sql: sql`select r.day from ${rates()} as r`,
    }),
    shop,
  ],
};
