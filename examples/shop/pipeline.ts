import { action, bucket, chart, cron, daily, dashboard, email, filter, markdown, metric, onNewData, period, pipeline, report, secret, sql, webhook } from "odp";
import { categorySales, customersToCall, dailyRevenue, orderFacts, orderStates, paymentCorrections, stuckParcels } from "./marts.ts";

/** Revenue at a glance. */
export const sales = dashboard("sales", {
  title: "Sales",
  owner: "finance@example.com",
  freshWithin: "5h",
  refresh: "5m",
  access: ["finance"],
  crossFilter: true,
  filters: [
    filter.time(dailyRevenue.day, { default: "last 30 days" }),
    filter.select(dailyRevenue.country, { multiple: true }),
    filter.range(dailyRevenue.revenue),
  ],
  tabs: [
    {
      title: "Overview",
      rows: [
        [
          chart.bigNumber({ title: "Revenue", metric: metric.sum(dailyRevenue.revenue, { format: ",.2f" }), compare: "previous period" }),
          chart.bigNumberTrend({ title: "Orders", metric: metric.sum(dailyRevenue.orders), time: dailyRevenue.day, grain: "day" }),
        ],
        [markdown("Revenue counts paid and shipped orders only.")],
        [
          chart.line({
            title: "Revenue by country",
            time: dailyRevenue.day,
            grain: "day",
            y: metric.sum(dailyRevenue.revenue),
            by: dailyRevenue.country,
            width: 8,
            cacheSeconds: 300,
          }),
          chart.pie({ title: "Share of countries", by: dailyRevenue.country, size: metric.sum(dailyRevenue.revenue), width: 4 }),
        ],
      ],
    },
    {
      title: "Orders",
      rows: [
        [
          chart.table({ title: "Newest orders", columns: [orderFacts.order_id, orderFacts.status, orderFacts.total, orderFacts.created_at], limit: 100 }),
          chart.boxPlot({ title: "Hours in each state", x: orderStates.status, y: metric.avg(orderStates.hours), over: orderStates.order_id }),
        ],
        [
          chart.bar({
            title: "Average order",
            x: orderFacts.country,
            y: metric.ratio(metric.sum(orderFacts.total), metric.count(orderFacts), { label: "per order" }),
            sort: "descending",
          }),
          chart.treemap({ title: "Categories", by: categorySales.category, size: metric.sum(categorySales.units) }),
        ],
      ],
    },
  ],
});

/** Yesterday's revenue, before work. */
export const morningMail = report("morning_mail", {
  title: "Revenue of yesterday",
  freshWithin: "1d",
  sql: sql`
    select
        day,
        country,
        revenue
    from ${dailyRevenue}
    where ${dailyRevenue.day} >= cast(${period.start} as date)
        and ${dailyRevenue.day} < cast(${period.end} as date)`,
  attach: "csv",
  whenEmpty: "skip",
  rowLimit: 10_000,
  to: [
    email({ to: ["sales@example.com"], via: secret("smtp"), subject: "Revenue of yesterday" }),
    webhook({ url: secret("sales_channel"), sign: secret("sales_channel_key"), form: "slack" }),
    bucket({ path: "reports/morning" }),
  ],
  schedule: daily("06:00", { zone: "Africa/Nairobi" }),
});

/** Whom the call centre calls today. */
export const callList = report("call_list", {
  title: "Customers to call",
  personalData: { allow: ["email"], reason: "the call centre invites them" },
  sql: sql`select * from ${customersToCall}`,
  attach: "xlsx",
  whenEmpty: "fail",
  to: [email({ to: ["calls@example.com"], via: secret("smtp") })],
  schedule: cron("30 7 * * 1-5", { zone: "Africa/Nairobi" }),
});

/** Orders goods that run low. */
export const restock = action("restock", {
  title: "Restock",
  file: "actions/restock.ts",
  reads: [categorySales],
  params: { warehouse: "nairobi" },
  secrets: { key: secret("warehouse_key") },
  memoryMegabytes: 128,
  timeout: "90s",
});

/** Everything that the shop looks at. */
export default pipeline("shop_analytics", {
  owner: "data@example.com",
  tags: ["shop"],
  schedule: [cron("0 * * * *", { zone: "Africa/Nairobi" }), onNewData({ pollEvery: "2m" })],
  outputs: [
    sales,
    morningMail,
    callList,
    restock,
    paymentCorrections,
    stuckParcels,
  ],
  retries: 2,
  retryAfter: "2m",
  taskTimeout: "1h",
  runTimeout: "3h",
  deadline: "90m",
  alerts: [{ on: "failure", email: ["oncall@example.com"] }],
});
