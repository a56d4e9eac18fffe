import { action, chart, cron, dashboard, metric, pipeline, report, run, seed, sql, step, t } from "odp";
import { daily, orders } from "../shop.ts";

const schedule = cron("0 6 * * *", { zone: "UTC" });
type Output = Parameters<typeof pipeline>[1]["outputs"][number];
const twice = (output: Output) =>
  ["a", "b"].map((name) => pipeline(name, { owner: "data@example.com", schedule, outputs: [output] }));

export const variants = {
  "a staging model": () => twice(orders),
  "a dashboard": () =>
    twice(
      dashboard("sales", {
        title: "Sales",
        rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
      }),
    ),
  "a report": () =>
    twice(
      report("mail", {
        title: "Mail",
        sql: sql`select d.day from ${daily} as d`,
        attach: "csv",
        whenEmpty: "skip",
        to: [],
        schedule,
      }),
    ),
  "a seed": () => twice(seed("targets", { columns: { id: t.bigint() }, grain: ["id"], rows: [{ id: 1 }] })),
  "a step": () => twice(step("score", { run: run.shell("score"), reads: [daily] })),
  "an action": () => twice(action("push", { title: "Push", file: "push.ts", reads: [daily] })),
};
