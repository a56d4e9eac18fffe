import { chart, cron, dashboard, defineConfig, metric, pg, pipeline, postgres, secret, seed, t } from "odp";
import { daily } from "../shop.ts";
import { ordersWith } from "../table.ts";

export const variants = {
  "a source with a hyphen": () => [
    postgres("my-shop", { connection: secret("db"), tables: { orders: { id: pg.bigint().primaryKey() } } }),
  ],
  "a table with capitals": () => [
    postgres("crm", { connection: secret("db"), tables: { People: { id: pg.bigint().primaryKey() } } }),
  ],
  "a schema with a point": () => [
    postgres("crm", {
      connection: secret("db"),
      schema: "a.b",
      tables: { people: { id: pg.bigint().primaryKey() } },
    }),
  ],
  "a secret with capitals": () => [
    postgres("crm", { connection: secret("CRM"), tables: { people: { id: pg.bigint().primaryKey() } } }),
  ],
  "an earlier name that leads away": () => [
    pipeline("shop_daily", {
      owner: "data@example.com",
      schedule: cron("0 6 * * *", { zone: "UTC" }),
      outputs: [daily],
      movedFrom: "../shop",
    }),
  ],
  "a catalog with a slash": () => ({
    exports: ordersWith({}),
    config: defineConfig({ project: "demo", catalog: "a/b" }),
  }),
  "a pipeline with a blank": () => [
    pipeline("my shop", {
      owner: "data@example.com",
      schedule: cron("0 6 * * *", { zone: "UTC" }),
      outputs: [daily],
    }),
  ],
  "a project with capitals": () => ({ exports: ordersWith({}), config: defineConfig({ project: "Demo" }) }),
  "a dashboard of another script": () => [
    dashboard("umsätze", {
      title: "Umsätze",
      rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
    }),
  ],
  "a digit first": () => [
    seed("2026_targets", { columns: { id: t.bigint() }, grain: ["id"], rows: [{ id: 1 }] }),
  ],
  "an empty name": () => [seed("", { columns: { id: t.bigint() }, grain: ["id"], rows: [{ id: 1 }] })],
};
