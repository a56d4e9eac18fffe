import { chart, filter, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const shown = chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) });

export const variants = {
  "a time axis over a number": () => [
    drawing(
      chart.line({
        title: "R",
        time: daily.revenue as never,
        grain: "day",
        y: metric.sum(daily.revenue) as never,
      }),
    ),
  ],
  "a mean of dates": () => [drawing(chart.bigNumber({ title: "R", metric: metric.avg(daily.day as never) }))],
  "inside a ratio": () => [
    drawing(
      chart.bigNumber({
        title: "R",
        metric: metric.ratio(metric.sum(daily.status as never), metric.count(daily) as never),
      }),
    ),
  ],
  "a histogram of a text": () => [drawing(chart.histogram({ title: "R", column: daily.status as never }))],
  "the second of two metrics": () => [
    drawing(
      chart.bar({
        title: "R",
        x: daily.status,
        y: [metric.sum(daily.revenue), metric.percentile(daily.day as never, 0.5)] as never,
      }),
    ),
  ],
  "a filter by time over a text": () => [
    dashboardWith({
      rows: [[shown]],
      filters: [filter.time(daily.status as never, { default: "last 30 days" })],
    }),
  ],
  "a range over a date": () => [
    dashboardWith({ rows: [[shown]], filters: [filter.range(daily.day as never)] }),
  ],
  "in a tab": () => [
    dashboardWith({
      tabs: [
        {
          title: "All",
          rows: [[chart.scatter({ title: "R", x: daily.status as never, y: metric.sum(daily.revenue) })]],
        },
      ],
    }),
  ],
};
