import { chart, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const of = (fraction: number) => metric.percentile(daily.revenue, fraction);

export const variants = {
  negative: () => [drawing(chart.bigNumber({ title: "P", metric: of(-0.5) }))],
  "no number": () => [drawing(chart.bigNumber({ title: "P", metric: of(Number.NaN) }))],
  "just above": () => [drawing(chart.bigNumber({ title: "P", metric: of(1.01) }))],
  "the second of two": () => [drawing(chart.bar({ title: "P", x: daily.status, y: [of(0.5), of(50)] }))],
  "inside a ratio": () => [drawing(chart.bigNumber({ title: "P", metric: metric.ratio(of(90), of(0.1)) }))],
  "in a tab": () => [
    dashboardWith({ tabs: [{ title: "All", rows: [[chart.bigNumber({ title: "P", metric: of(99) })]] }] }),
  ],
};
