import { chart, markdown, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const number = (title: string, width?: number) =>
  chart.bigNumber({ title, metric: metric.sum(daily.revenue), ...(width === undefined ? {} : { width }) });

export const variants = {
  "one item": () => [drawing(number("a", 13))],
  "thirteen without a width": () => [
    drawing(...Array.from({ length: 13 }, (_, index) => number(`c${index}`))),
  ],
  "with text": () => [dashboardWith({ rows: [[number("a", 8), markdown("x", { width: 5 })]] })],
  "no room for those without a width": () => [drawing(number("a", 12), number("b"))],
  "in a tab": () => [dashboardWith({ tabs: [{ title: "All", rows: [[number("a", 7), number("b", 6)]] }] })],
  "a fraction": () => [drawing(number("a", 2.5))],
  nothing: () => [drawing(number("a", 0))],
};
