// A pipeline with one DAG of each kind. Its schedules never come by themselves, but for those of the project.
import {
  action,
  chart,
  cron,
  daily,
  dashboard,
  email,
  external,
  incremental,
  mart,
  metric,
  period,
  pg,
  pipeline,
  postgres,
  report,
  run,
  secret,
  sql,
  step,
  t,
  test,
} from "odp";

/** The shop's database. */
export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  commitEvery: "2s",
  tables: {
    customers: { id: pg.bigint().primaryKey(), country: pg.text() },
    orders: { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2), created_at: pg.timestamptz() },
  },
  allowLoss: ["infinity", "nan"],
});

/** Revenue per day. */
export const dailyRevenue = mart("daily_revenue", {
  columns: { day: t.date(), revenue: t.decimal(38, 2) },
  grain: ["day"],
  materialize: incremental({ period: "day", recompute: "10 days", zone: "UTC" }),
  sql: sql`
    select
        cast(created_at at time zone 'UTC' as date) as day,
        sum(total) as revenue
    from ${shop.orders}
    group by 1`,
  tests: [test.row("revenue_is_not_negative", "revenue >= 0")],
});

/** Customers by country. */
export const customersByCountry = mart("customers_by_country", {
  columns: { country: t.varchar(), customers: t.bigint() },
  grain: ["country"],
  sql: sql`
    select
        country,
        count(*) as customers
    from ${shop.customers}
    group by 1`,
});

/** Targets by day, which the step writes. */
export const targets = external("targets", {
  schema: "science",
  columns: { day: t.date(), target: t.decimal(38, 2) },
  grain: ["day"],
  landedBy: "the step set_targets",
  freshWithin: "1d",
});

/** Sets the targets from the revenue so far. */
export const setTargets = step("set_targets", {
  run: run.python("set_targets.py", { env: { FACTOR: "2" } }),
  reads: [dailyRevenue],
  writes: [targets],
});

/** How far each day was from its target. */
export const targetGap = mart("target_gap", {
  columns: { day: t.date(), gap: t.decimal(38, 2) },
  grain: ["day"],
  sql: sql`
    select
        day,
        max(target) as gap
    from ${targets}
    group by 1`,
});

/** Days in dollars. */
export const revenue = dashboard("revenue", {
  title: "Revenue",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(dailyRevenue.revenue) })]],
});

/** Where customers live. */
export const people = dashboard("people", {
  title: "People",
  rows: [[chart.bigNumber({ title: "Customers", metric: metric.sum(customersByCountry.customers) })]],
});

/** Yesterday's revenue. */
export const morning = report("morning", {
  title: "Revenue of yesterday",
  sql: sql`select * from ${dailyRevenue} where day >= cast(${period.start} as date)`,
  attach: "csv",
  whenEmpty: "send",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: daily("00:00", { zone: "Africa/Nairobi" }),
});

/** Tells the warehouse. */
export const tellWarehouse = action("tell_warehouse", {
  title: "Tell the warehouse",
  file: "action.ts",
  reads: [customersByCountry],
});

/** Everything of the night. */
export default pipeline("night", {
  owner: "data@example.com",
  // The twenty-ninth of February: no run is late when the DAG is switched on.
  schedule: cron("0 0 29 2 *", { zone: "UTC" }),
  outputs: [revenue, people, morning, tellWarehouse, targetGap],
  retries: 1,
  retryAfter: "5s",
  alerts: [{ on: "failure", email: ["oncall@example.com"] }],
});
