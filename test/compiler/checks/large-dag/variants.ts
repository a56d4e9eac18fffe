import { mart, run, sql, step, t } from "odp";
import { dailyPipeline } from "../scheduled.ts";
import { orders, shop } from "../shop.ts";

const marts = (count: number, takes: "1s" | "15m" = "1s") =>
  Array.from({ length: count }, (_, index) =>
    mart(`m${index}`, {
      columns: { id: t.bigint() },
      grain: ["id"],
      takes,
      sql: sql`select o.id from ${orders} as o`,
    }),
  );
const steps = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    step(`s${index}`, { run: run.shell("x"), takes: "1s", reads: [shop.orders] }),
  );

export const variants = {
  "just above": () => [dailyPipeline({ granularity: "model", outputs: marts(75) })],
  "outputs of one build": () => [dailyPipeline({ outputs: marts(151) })],
  steps: () => [dailyPipeline({ outputs: steps(80) })],
  "allowed to be very large": () => [
    dailyPipeline({ granularity: "model", allowLargeDag: true, outputs: marts(260) }),
  ],
  "models and steps": () => [dailyPipeline({ granularity: "model", outputs: [...marts(50), ...steps(50)] })],
};
