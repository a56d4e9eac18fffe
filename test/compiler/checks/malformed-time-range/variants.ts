import { chart, filter, metric } from "odp";
import { dashboardWith } from "../drawn.ts";
import { daily } from "../shop.ts";

const from = (range: string) =>
  dashboardWith({
    filters: [filter.time(daily.day, { default: range as never })],
    rows: [[chart.bigNumber({ title: "R", metric: metric.sum(daily.revenue) })]],
  });

export const variants = {
  "a capital": () => [from("Last 30 days")],
  nothing: () => [from("")],
  "no days": () => [from("last 0 days")],
  "a day that is none": () => [from("2026-02-01 : 2026-02-30")],
  "the end before the beginning": () => [from("2026-02-02 : 2026-02-01")],
  "only a beginning": () => [from("2026-02-02 : ")],
  "previous days": () => [from("previous day")],
  "no filter in Superset's words": () => [from("No filter")],
};
