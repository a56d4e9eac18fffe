import { chart, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const of = (look: { readonly format?: string; readonly currency?: string }) =>
  chart.bigNumber({ title: "R", metric: metric.sum(daily.revenue, look) });

export const variants = {
  "an empty one": () => [drawing(of({ format: "" }))],
  "a word of no meaning": () => [drawing(of({ format: "money" }))],
  printf: () => [drawing(of({ format: "%.2f" }))],
  "a sign for a currency": () => [drawing(of({ currency: "$" }))],
  "a currency in small letters": () => [drawing(of({ currency: "eur" }))],
  "in a tab": () => [dashboardWith({ tabs: [{ title: "All", rows: [[of({ format: "0,0" })]] }] })],
};
