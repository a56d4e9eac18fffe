import { mart, run, sql, step, t } from "odp";
import { dailyPipeline } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const slow = () =>
  mart("slow", {
    columns: { id: t.bigint() },
    grain: ["id"],
    takes: "7h",
    sql: sql`select o.id from ${orders} as o`,
  });

export const variants = {
  "only the run's": () => [dailyPipeline({ runTimeout: "30m" })],
  both: () => [dailyPipeline({ taskTimeout: "61m", runTimeout: "1h" })],
  "a run that its models exceed": () => [dailyPipeline({ outputs: [slow()] })],
  "a task that one model exceeds": () => [
    dailyPipeline({ granularity: "model", runTimeout: "1d", outputs: [slow()] }),
  ],
  "a step that exceeds its own": () => [
    daily,
    step("score", { run: run.shell("x"), reads: [daily], takes: "2h", timeout: "1h" }),
  ],
};
