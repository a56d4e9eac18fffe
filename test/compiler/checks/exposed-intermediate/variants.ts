import { action, chart, dashboard, filter, intermediate, metric, sql, t } from "odp";
import { dailyReport } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const days = intermediate("int_days", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select distinct o.day from ${orders} as o`,
});
const shown = chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) });

export const variants = {
  "a report": () => [dailyReport({ sql: sql`select o.id from ${orders} as o` })],
  "an action": () => [action("push", { title: "Push", file: "push.ts", reads: [orders] })],
  "an intermediate model": () => [
    dashboard("days", {
      title: "Days",
      rows: [[chart.bigNumber({ title: "Days", metric: metric.count(days) })]],
    }),
  ],
  "in a tab": () => [
    dashboard("days", {
      title: "Days",
      tabs: [{ title: "All", rows: [[chart.table({ title: "Days", columns: [days.day] })]] }],
    }),
  ],
  "in a filter": () => [
    dashboard("sales", {
      title: "Sales",
      rows: [[shown]],
      filters: [filter.time(days.day, { default: "last 30 days" })],
    }),
  ],
  "beside a mart": () => [
    dashboard("sales", {
      title: "Sales",
      rows: [[shown, chart.bigNumber({ title: "Orders", metric: metric.count(orders) })]],
    }),
  ],
};
