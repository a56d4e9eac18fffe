import { chart, filter, metric } from "odp";
import { dashboardWith } from "../drawn.ts";
import { daily, orders } from "../shop.ts";

const rows = [
  [
    chart.bigNumber({ title: "R", metric: metric.count(daily) }),
    chart.bigNumber({ title: "N", metric: metric.count(orders) }),
  ],
];

export const variants = {
  "under two labels": () => [
    dashboardWith({
      rows,
      filters: [
        filter.select(daily.status, { label: "One" }),
        filter.range(daily.orders),
        filter.select(daily.status, { label: "Two" }),
      ],
    }),
  ],
  "with two defaults": () => [
    dashboardWith({
      rows,
      filters: [
        filter.select(daily.status, { default: ["paid"] }),
        filter.select(daily.status, { default: ["placed"], multiple: true }),
      ],
    }),
  ],
  "columns of two relations": () => [
    dashboardWith({ rows, filters: [filter.select(daily.status), filter.select(orders.status)] }),
  ],
  "two times": () => [
    dashboardWith({
      rows,
      filters: [
        filter.time(daily.day, { default: "last week" }),
        filter.time(orders.day, { default: "last year" }),
      ],
    }),
  ],
  "two ranges": () => [
    dashboardWith({ rows, filters: [filter.range(daily.revenue), filter.range(daily.revenue)] }),
  ],
};
