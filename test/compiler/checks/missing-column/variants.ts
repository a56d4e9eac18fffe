import { chart, filter, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const gone = undefined as never;
const revenue = metric.sum(daily.revenue);

export const variants = {
  "an axis": () => [drawing(chart.line({ title: "R", time: gone, grain: "day", y: revenue as never }))],
  "a metric": () => [drawing(chart.bigNumber({ title: "R", metric: gone }))],
  "one of several columns": () => [drawing(chart.table({ title: "R", columns: [daily.day, gone] }))],
  "a column in the place of a metric": () => [
    drawing(chart.bigNumber({ title: "R", metric: daily.revenue as never })),
  ],
  "a name instead of a column": () => [
    drawing(chart.bar({ title: "R", x: "status" as never, y: revenue as never })),
  ],
  "inside a ratio": () => [
    drawing(chart.bigNumber({ title: "R", metric: metric.ratio(revenue, metric.sum(gone) as never) })),
  ],
  "a filter": () => [
    dashboardWith({
      rows: [[chart.bigNumber({ title: "R", metric: revenue })]],
      filters: [filter.select(gone)],
    }),
  ],
};
