import { chart, metric, period, run, sql, step, test } from "odp";
import { drawing } from "../drawn.ts";
import { martWith, stagingWith } from "../models.ts";
import { daily, orders } from "../shop.ts";

export const variants = {
  "in a staging model": () => [
    stagingWith({ sql: sql`select o.id from shop.orders as o where o.created_at < ${period.end}` }),
  ],
  "in a nested template": () => [
    martWith({
      sql: sql`select o.id, o.day, o.status from ${orders} as o where ${sql`o.created_at < ${period.end}`}`,
    }),
  ],
  "in a test": () => [
    martWith({
      tests: [test.table("none", sql`select o.id from ${orders} as o where o.created_at > ${period.end}`)],
    }),
  ],
  "in a step": () => [
    daily,
    step("clean", { run: run.trino(sql`delete from ${daily} where day < ${period.start}`), reads: [daily] }),
  ],
  "in a metric": () => [
    drawing(
      chart.bigNumber({ title: "Rows", metric: metric.sql(daily, sql`count_if(day >= ${period.start})`) }),
    ),
  ],
};
