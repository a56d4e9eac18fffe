import { chart, filter, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily, orders } from "../shop.ts";

const line = chart.line({
  title: "R",
  time: daily.day,
  grain: "week",
  y: metric.sum(daily.revenue),
  compare: "previous year",
});

export const variants = {
  "two lines": () => [drawing(chart.bigNumber({ title: "N", metric: metric.count(daily) }), line)],
  "with the period before": () => [
    drawing(
      chart.line({
        title: "R",
        time: daily.day,
        grain: "day",
        y: metric.sum(daily.revenue),
        compare: "previous period",
      }),
    ),
  ],
  "a filter without an end": () => [
    dashboardWith({ filters: [filter.time(daily.day, { default: "all" })], rows: [[line]] }),
  ],
  "a filter on a column that it lacks": () => [
    dashboardWith({
      filters: [filter.time(orders.created_at, { default: "last week" })],
      rows: [[line, chart.bigNumber({ title: "N", metric: metric.count(orders) })]],
    }),
  ],
  "in a tab": () => [dashboardWith({ tabs: [{ title: "All", rows: [[line]] }] })],
};
