import { chart, metric } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

export const variants = {
  "the key of another library": () => [
    drawing(chart.pie({ title: "R", by: daily.status, size: metric.count(daily), superset: { radius: 3 } })),
  ],
  "the second of two": () => [
    drawing(
      chart.pie({
        title: "R",
        by: daily.status,
        size: metric.count(daily),
        superset: { donut: true, dnout: true },
      }),
    ),
  ],
  "a key of another type": () => [
    drawing(chart.bigNumber({ title: "R", metric: metric.count(daily), superset: { markerSize: 3 } })),
  ],
  "an empty reason": () => [
    drawing(
      chart.pie({
        title: "R",
        by: daily.status,
        size: metric.count(daily),
        superset: { hole: { value: 3, reason: " " } },
      }),
    ),
  ],
  "in a tab": () => [
    dashboardWith({
      tabs: [
        {
          title: "All",
          rows: [[chart.table({ title: "R", columns: [daily.day], superset: { pageLength: 5 } })]],
        },
      ],
    }),
  ],
};
