import {
  action,
  chart,
  cron,
  dashboard,
  external,
  mart,
  metric,
  pipeline,
  report,
  run,
  seed,
  sql,
  step,
  t,
} from "odp";
import { daily, orders } from "../shop.ts";

const shop = () =>
  pipeline("shop", {
    owner: "data@example.com",
    schedule: cron("0 6 * * *", { zone: "UTC" }),
    outputs: [daily],
  });
const columns = { id: t.bigint() };

export const variants = {
  "a dashboard": () => [
    shop(),
    dashboard("sales", {
      title: "Sales",
      rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
    }),
  ],
  "a report": () => [
    shop(),
    report("mail", {
      title: "Mail",
      sql: sql`select d.day from ${daily} as d`,
      attach: "csv",
      whenEmpty: "skip",
      to: [],
      schedule: [],
    }),
  ],
  "a seed": () => [shop(), seed("targets", { columns, grain: ["id"], rows: [{ id: 1 }] })],
  "a step": () => [shop(), step("score", { run: run.shell("score"), reads: [orders] })],
  "an action": () => [shop(), action("push", { title: "Push", file: "push.ts", reads: [daily] })],
  "an external": () => [
    shop(),
    external("rates", { schema: "finance", columns, landedBy: "finance", freshWithin: "1d" }),
  ],
  "models of a loop": () => [
    shop(),
    ...["a", "b"].map((name) =>
      mart(name, { columns, grain: ["id"], sql: sql`select o.id from ${orders} as o` }),
    ),
  ],
};
