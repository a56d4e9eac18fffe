import {
  chart,
  cron,
  dashboard,
  history,
  mart,
  metric,
  pg,
  pipeline,
  postgres,
  report,
  secret,
  sql,
  t,
} from "odp";
import { daily, orders, shop } from "../shop.ts";

const columns = { id: t.bigint() };
const named = (name: string) =>
  mart(name, { columns, grain: ["id"], sql: sql`select o.id from ${orders} as o` });
const of = (name: string) =>
  pipeline(name, {
    owner: "data@example.com",
    schedule: cron("0 6 * * *", { zone: "UTC" }),
    outputs: [daily],
  });
const source = (name: string, tables: Readonly<Record<string, object>>, schemas = {}) =>
  postgres(name, { connection: secret("db"), tables: tables as never, schemas: schemas as never });
const keyed = { id: pg.bigint().primaryKey() };

export const variants = {
  "a pipeline and a DAG of odp's own": () => [of("backfill")],
  "a pipeline and the DAG of a source": () => [shop, of("source__shop")],
  "a model and the current state of a table": () => [named("shop__orders")],
  "a model and the tombstones of a table": () => [named("base_shop__orders")],
  "a model and the history of a table": () => [
    named("shop__orders_history"),
    mart("versions", { columns, grain: ["id"], sql: sql`select h.id from ${history(shop.orders)} as h` }),
  ],
  "a source and the changelog of another": () => [
    source("crm", { people: keyed }),
    source("crm_bronze", { people: keyed }),
  ],
  "topics that differ in a point": () => [source("crm", { x_y: keyed }, { public_x: { y: keyed } })],
  "a dashboard and a report": () => [
    dashboard("sales", {
      title: "Sales",
      rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
    }),
    report("sales", {
      title: "Sales",
      sql: sql`select d.day from ${daily} as d`,
      attach: "csv",
      whenEmpty: "skip",
      to: [],
      schedule: [],
    }),
  ],
};
