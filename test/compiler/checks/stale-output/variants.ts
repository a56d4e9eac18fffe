import {
  action,
  chart,
  cron,
  dashboard,
  external,
  mart,
  metric,
  onNewData,
  pg,
  pipeline,
  postgres,
  secret,
  sql,
  t,
} from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";
import { daily } from "../shop.ts";

const board = (freshWithin: "1h" | "45m" | "90m", cacheSeconds = 0) =>
  dashboard("sales", {
    title: "Sales",
    freshWithin,
    rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue), cacheSeconds })]],
  });

export const variants = {
  "of a report": () => {
    const mail = dailyReport({ freshWithin: "2h" });
    return [dailyPipeline({ outputs: [mail, daily] })];
  },
  "of an action": () => [
    dailyPipeline({
      outputs: [action("push", { title: "Push", file: "push.ts", reads: [daily], freshWithin: "2h" })],
    }),
  ],
  "on new data, by the time of the build": () => [
    dailyPipeline({ schedule: onNewData(), outputs: [board("1h")] }),
  ],
  "by the cache alone": () => [dailyPipeline({ schedule: onNewData(), outputs: [board("90m", 3600)] })],
  "by a rare commit": () => {
    const slow = postgres("slow", {
      connection: secret("slow"),
      commitEvery: "2h",
      tables: { orders: { id: pg.bigint().primaryKey() } },
    });
    const copy = mart("copy", {
      columns: { id: t.bigint() },
      grain: ["id"],
      takes: "1m",
      sql: sql`select o.id from ${slow.orders} as o`,
    });
    const shown = dashboard("shown", {
      title: "Shown",
      freshWithin: "2h",
      rows: [[chart.bigNumber({ title: "Rows", metric: metric.count(copy) })]],
    });
    return [
      slow,
      pipeline("shop", {
        owner: "data@example.com",
        schedule: cron("* * * * *", { zone: "UTC" }),
        outputs: [shown],
      }),
    ];
  },
  "by an external that lands once a day": () => {
    const rates = external("rates", {
      schema: "x",
      columns: { id: t.bigint() },
      landedBy: "x",
      freshWithin: "1d",
    });
    const shown = dashboard("shown", {
      title: "Shown",
      freshWithin: "3h",
      rows: [[chart.bigNumber({ title: "Rows", metric: metric.count(rates) })]],
    });
    return [dailyPipeline({ outputs: [shown, daily] })];
  },
};
