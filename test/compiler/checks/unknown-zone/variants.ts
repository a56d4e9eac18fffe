import { cron, defineConfig, incremental, mart, sql, t } from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const zone = (name: unknown) => () => [
  dailyPipeline({ schedule: cron("0 6 * * *", { zone: name as string }) }),
];

export const variants = {
  "an offset": zone("+03:00"),
  "other capitals": zone("africa/nairobi"),
  "capitals inside": zone("Africa/nairobi"),
  none: zone(undefined),
  empty: zone(""),
  "in a report": () => [dailyReport({ schedule: cron("0 6 * * *", { zone: "Nairobi" }) })],
  "in a model": () => [
    mart("days", {
      columns: { day: t.date() },
      grain: ["day"],
      materialize: incremental({ period: "day", recompute: "3 days", zone: "Europe/Berln" }),
      sql: sql`select o.day from ${orders} as o group by 1`,
    }),
  ],
  "in maintenance": () => ({
    exports: [daily],
    config: defineConfig({ project: "demo", maintenance: { zone: "Mars/Base" } }),
  }),
};
