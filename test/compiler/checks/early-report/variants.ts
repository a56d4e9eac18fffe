import { cron, daily as everyDay, mart, sql, t, weekly } from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const at = (time: "06:00" | "06:29") => dailyReport({ schedule: everyDay(time, { zone: "UTC" }) });

export const variants = {
  "at the same minute": () => [at("06:00"), dailyPipeline({})],
  "a minute too early": () => [at("06:29"), dailyPipeline({})],
  "on Mondays only": () => [
    dailyReport({ schedule: weekly("monday", "06:05", { zone: "UTC" }) }),
    dailyPipeline({}),
  ],
  "in another pipeline": () => {
    const mail = at("06:00");
    return [mail, dailyPipeline({}), daily];
  },
  "a model that says that it takes long": () => {
    const slow = mart("slow", {
      columns: { id: t.bigint() },
      grain: ["id"],
      takes: "3h",
      sql: sql`select o.id from ${orders} as o`,
    });
    return [
      dailyReport({ sql: sql`select s.id from ${slow} as s` }),
      dailyPipeline({ outputs: [slow], taskTimeout: "4h" }),
    ];
  },
  "the second time of two": () => [
    dailyReport({ schedule: cron("0 5,6 * * *", { zone: "UTC" }) }),
    dailyPipeline({}),
  ],
};
