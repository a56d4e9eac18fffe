import { chart, filter, markdown, metric } from "odp";
import { dashboardWith } from "../drawn.ts";
import { daily } from "../shop.ts";

const rows = [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]];

export const variants = {
  "nothing at all": () => [dashboardWith({})],
  "an empty row": () => [dashboardWith({ rows: [[]] })],
  "only text": () => [dashboardWith({ rows: [[markdown("Soon.")]] })],
  "tabs without rows": () => [dashboardWith({ tabs: [{ title: "All", rows: [] }] })],
  "one empty tab of two": () => [
    dashboardWith({
      tabs: [
        { title: "All", rows },
        { title: "More", rows: [[]] },
      ],
    }),
  ],
  "only filters": () => [dashboardWith({ filters: [filter.select(daily.status)] })],
};
