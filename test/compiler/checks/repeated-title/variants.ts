import { chart, dashboard, metric, report, sql } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const number = (title: string) => chart.bigNumber({ title, metric: metric.sum(daily.revenue) });
const mail = (name: string) =>
  report(name, {
    title: "Mail",
    sql: sql`select d.day from ${daily} as d`,
    attach: "csv",
    whenEmpty: "skip",
    to: [],
    schedule: [],
  });

export const variants = {
  "of two dashboards": () =>
    ["a", "b"].map((name) => dashboard(name, { title: "Sales", rows: [[number(name)]] })),
  "of two reports": () => [mail("a"), mail("b")],
  "that differ in capitals": () => [drawing(number("Revenue"), number("revenue"))],
  "that differ in a blank": () => [drawing(number("Revenue"), number("Revenue "))],
  "in two tabs": () => [
    dashboardWith({ tabs: ["a", "b"].map((title) => ({ title, rows: [[number("Revenue")]] })) }),
  ],
  "charts of a loop": () => [drawing(...["paid", "placed"].map(() => number("Orders")))],
};
