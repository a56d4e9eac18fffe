import { chart, filter, markdown, metric, t } from "odp";
import { dashboardWith } from "../drawn.ts";
import { martWith } from "../models.ts";
import { daily } from "../shop.ts";

const other = martWith({
  columns: { id: t.bigint(), begun: t.date(), size: t.bigint(), name: t.varchar() },
}) as unknown as Record<string, never>;
const shown = chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) });

export const variants = {
  "by time": () => [
    dashboardWith({
      rows: [[shown]],
      filters: [filter.time(other.begun as never, { default: "last 30 days" })],
    }),
  ],
  "by a range": () => [dashboardWith({ rows: [[shown]], filters: [filter.range(other.size as never)] })],
  "the second of two": () => [
    dashboardWith({
      rows: [[shown]],
      filters: [filter.select(daily.status), filter.select(other.name as never)],
    }),
  ],
  "with charts in tabs": () => [
    dashboardWith({
      tabs: [{ title: "All", rows: [[shown]] }],
      filters: [filter.select(other.name as never)],
    }),
  ],
  "beside text": () => [
    dashboardWith({ rows: [[markdown("Hello"), shown]], filters: [filter.select(other.name as never)] }),
  ],
};
