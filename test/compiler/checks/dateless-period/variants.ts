import { cron, onNewData, period, sql } from "odp";
import { dailyReport } from "../scheduled.ts";
import { daily } from "../shop.ts";

const at = cron("0 9 * * *", { zone: "UTC" });
const query = sql`select d.day from ${daily} as d where d.day < ${period.end}`;

export const variants = {
  "the end": () => [dailyReport({ sql: query, schedule: onNewData() })],
  "in a list": () => [dailyReport({ sql: query, schedule: [onNewData()] })],
  "beside set times": () => [dailyReport({ sql: query, schedule: [at, onNewData({ pollEvery: "5m" })] })],
  "in a nested template": () => [
    dailyReport({
      sql: sql`select d.day from ${daily} as d where ${sql`d.day >= ${period.start}`}`,
      schedule: onNewData(),
    }),
  ],
  "in a common table expression": () => [
    dailyReport({
      sql: sql`with x as (select d.day from ${daily} as d where d.day >= ${period.start}) select x.day from x`,
      schedule: onNewData(),
    }),
  ],
};
