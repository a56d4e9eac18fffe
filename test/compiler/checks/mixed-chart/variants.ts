import { chart, history, metric } from "odp";
import { drawing } from "../drawn.ts";
import { martWith } from "../models.ts";
import { daily, shop } from "../shop.ts";

const paid = martWith({});
const other = paid as unknown as typeof daily;

export const variants = {
  "a breakdown": () => [
    drawing(
      chart.line({
        title: "R",
        time: daily.day,
        grain: "day",
        y: metric.sum(daily.revenue),
        by: other.status as never,
      }),
    ),
  ],
  "two metrics": () => [
    drawing(
      chart.bar({
        title: "R",
        x: daily.status,
        y: [metric.sum(daily.revenue), metric.count(other as never)] as never,
      }),
    ),
  ],
  "a ratio": () => [
    drawing(
      chart.bigNumber({
        title: "R",
        metric: metric.ratio(metric.sum(daily.revenue), metric.count(other as never) as never),
      }),
    ),
  ],
  "columns of a table": () => [
    drawing(chart.table({ title: "R", columns: [daily.day, other.status] as never })),
  ],
  "two faces": () => [
    drawing(
      chart.table({ title: "R", columns: [shop.orders.id, history(shop.orders)._valid_from] as never }),
    ),
  ],
  "in a tab, of a loop": () => [
    drawing(
      ...[daily.status, other.status].map((x) =>
        chart.bar({ title: "R", x, y: metric.sum(daily.revenue) as never }),
      ),
    ),
  ],
};
