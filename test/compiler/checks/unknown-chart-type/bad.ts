import { chart, dashboard } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [[chart.raw({ title: "R", on: daily, type: "worldmap", formData: {} })]],
});
