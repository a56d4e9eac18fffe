import { chart, metric, sql } from "odp";
import type { Metric } from "../../../../dsl/metric.ts";
import { drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const pivot = (...metrics: readonly Metric<"daily">[]) =>
  drawing(chart.pivot({ title: "R", rows: [daily.day], columns: [daily.status], metrics, totals: true }));

export const variants = {
  "different values": () => [pivot(metric.countDistinct(daily.status))],
  "a ratio": () => [pivot(metric.ratio(metric.sum(daily.revenue), metric.count(daily)))],
  "the second of two": () => [pivot(metric.count(daily), metric.max(daily.revenue))],
  "a metric of the user": () => [pivot(metric.sql(daily, sql`max_by(revenue, day)`))],
  "rows without metrics": () => [drawing(chart.table({ title: "R", columns: [daily.day], totals: true }))],
};
