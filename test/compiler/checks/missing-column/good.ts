import { chart, dashboard } from "odp";
import { daily } from "../shop.ts";

export const sales = dashboard("sales", {
  title: "Sales",
  rows: [
    [
      chart.table({ title: "Revenue", columns: [daily.day, daily.status] }),
      chart.raw({ title: "Own", on: daily, type: "word_cloud", formData: {} }),
    ],
  ],
});
