import { action, bucket, chart, cron, daily, dashboard, email, filter, markdown, metric, onNewData, period, pipeline, report, secret, section, sql, webhook } from "odp";
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
          chart.bigNumber({ title: "Revenue", metric: metric.sum(dailyRevenue.revenue, { label: "Revenue", format: ",.2f", currency: "KES" }) }),
          chart.bigNumberTrend({
            title: "Orders",
            metric: metric.sum(dailyRevenue.orders, { label: "Orders" }),
            time: dailyRevenue.day,
            grain: "day",
            compare: "previous period",
          }),
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
          chart.pie({ title: "Share of countries", by: dailyRevenue.country, size: metric.sum(dailyRevenue.revenue), donut: true }),
        ],
      ],
    },
    {
      title: "Orders",
      rows: [
        [
          chart.table({
            title: "Newest orders",
            columns: [orderFacts.order_id, orderFacts.status, orderFacts.total, orderFacts.created_at],
            sortBy: orderFacts.created_at,
            limit: 100,
          }),
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

/** How orders move, for those who pack them. */
export const operations = dashboard("operations", {
  title: "Operations",
  description: "Orders by day, country and state; each section answers one question.",
  freshWithin: "5h",
  crossFilter: false,
  filters: [
    filter.time(orderFacts.created_at, { default: "last 30 days", label: "Ordered" }),
    filter.select(orderFacts.status, { multiple: true, label: "State" }),
  ],
  rows: [
    section("How much?", [
      [
        chart.line({
          title: "Orders, and a week before",
          time: orderFacts.created_at,
          grain: "day",
          y: metric.count(orderFacts, { label: "Orders" }),
          compare: "previous week",
        }),
        chart.mixed({
          title: "Value and orders",
          time: orderFacts.created_at,
          grain: "week",
          bars: metric.sum(orderFacts.total, { label: "Value", format: ",.0f" }),
          y: metric.count(orderFacts, { label: "Orders" }),
        }),
      ],
      [
        chart.area({
          title: "Value by country",
          time: orderFacts.created_at,
          grain: "day",
          y: metric.sum(orderFacts.total, { label: "Value", format: ",.0f" }),
          by: orderFacts.country,
          stacked: false,
        }),
        chart.bar({ title: "Orders by week", x: orderFacts.created_at, grain: "week", y: metric.count(orderFacts, { label: "Orders" }) }),
        chart.bar({
          title: "Orders by country and state",
          x: orderFacts.country,
          y: metric.count(orderFacts, { label: "Orders" }),
          by: orderFacts.status,
          sort: "descending",
          horizontal: true,
        }),
      ],
    ]),
    section("Which ones?", [
      [
        chart.pivot({
          title: "Value by country and state",
          rows: [orderFacts.country],
          columns: [orderFacts.status],
          metrics: [metric.sum(orderFacts.total, { label: "Value", format: ",.0f" })],
          totals: true,
        }),
        chart.heatmap({
          title: "Orders by country and state, as heat",
          x: orderFacts.status,
          y: orderFacts.country,
          metric: metric.count(orderFacts, { label: "Orders" }),
        }),
      ],
      [
        chart.table({
          title: "Countries",
          columns: [orderFacts.country],
          metrics: [
            metric.count(orderFacts, { label: "Orders" }),
            metric.countDistinct(orderFacts.customer_id, { label: "Buyers" }),
            metric.avg(orderFacts.total, { label: "Average value", format: ",.2f" }),
            metric.sql(orderFacts, sql`count_if(status like 'c%') * 1e0 / count(*)`, { label: "Share cancelled", format: "percent" }),
          ],
          sortBy: metric.countDistinct(orderFacts.customer_id, { label: "Buyers" }),
          totals: true,
        }),
        chart.funnel({ title: "Orders by state", by: orderFacts.status, size: metric.count(orderFacts, { label: "Orders" }) }),
      ],
    ]),
    section("How are they spread?", [
      [
        chart.histogram({ title: "Value of an order", column: orderFacts.total, bins: 12 }),
        chart.scatter({
          title: "Value in the course of time",
          x: orderFacts.created_at,
          y: [
            metric.percentile(orderFacts.total, 0.95, { label: "95 of 100 are below" }),
            metric.min(orderFacts.total, { label: "Least" }),
            metric.max(orderFacts.total, { label: "Greatest" }),
          ],
        }),
        chart.raw({
          title: "From country to state",
          on: orderFacts,
          type: "sankey_v2",
          formData: { source: "country", target: "status", metric: { expressionType: "SQL", sqlExpression: "count(*)", label: "Orders", hasCustomLabel: true }, adhoc_filters: [], row_limit: 1000 },
        }),
      ],
      [markdown("**How to read this.** A state is that of *now*; an order counts on the day on which it was made.\n\n- *cancelled* orders are in every number but revenue\n- times are UTC")],
    ]),
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
    operations,
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
