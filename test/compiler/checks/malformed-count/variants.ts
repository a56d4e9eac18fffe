import { chart, defineConfig, metric, pg } from "odp";
import { drawing } from "../drawn.ts";
import { dailyReport } from "../scheduled.ts";
import { daily, shop } from "../shop.ts";
import { ordersOf, ordersWith } from "../table.ts";

export const variants = {
  "a fraction": () => ordersWith({}, { partitions: 1.5 }),
  megabytes: () => ordersWith({}, { maxSlotWalMegabytes: -1 }),
  "rows of a table": () => ordersOf({ id: pg.bigint().primaryKey() }, { estimatedRows: -5 }),
  "rows of a report": () => [dailyReport({ rowLimit: 0 })],
  "seconds of a chart": () => [
    drawing(chart.bigNumber({ title: "R", metric: metric.sum(daily.revenue), cacheSeconds: -1 })),
  ],
  slots: () => ({ exports: [shop], config: defineConfig({ project: "demo", dbtSlots: 0 }) }),
  copies: () => ({
    exports: [shop],
    config: defineConfig({ project: "demo", kafka: { replicationFactor: Number.NaN } }),
  }),
};
