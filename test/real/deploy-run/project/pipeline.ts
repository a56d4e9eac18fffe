import { chart, cron, dashboard, mart, metric, pg, pipeline, postgres, secret, sql, t } from "odp";

/** The shop. */
export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  commitEvery: "2s",
  retention: "7d",
  tables: {
    orders: { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2), created_at: pg.timestamptz() },
    // TABLES
  },
  allowLoss: ["infinity", "nan"],
});

/** Revenue per day. */
export const dailyRevenue = mart("daily_revenue", {
  columns: { day: t.date(), revenue: t.decimal(38, 2) },
  grain: ["day"],
  sql: sql`select cast(o.created_at as date) as day, sum(o.total) as revenue from ${shop.orders} as o group by 1`,
});

/** What the shop earned. */
export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(dailyRevenue.revenue) })]],
});

export default pipeline("deployed", {
  owner: "data@example.com",
  schedule: cron("0 * * * *", { zone: "UTC" }),
  outputs: [sales],
});
