import { mart, run, sql, step, t } from "odp";
import { dailyPipeline } from "../scheduled.ts";
import { orders, shop } from "../shop.ts";

const marts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    mart(`m${index}`, {
      columns: { id: t.bigint() },
      grain: ["id"],
      takes: "1s",
      sql: sql`select o.id from ${orders} as o`,
    }),
  );
const steps = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    step(`s${index}`, { run: run.shell("x"), takes: "1s", reads: [shop.orders] }),
  );

export const variants = {
  "just above": () => [dailyPipeline({ granularity: "model", outputs: marts(250) })],
  "outputs of one build": () => [dailyPipeline({ outputs: marts(501) })],
  steps: () => [dailyPipeline({ outputs: steps(251) })],
  "explicitly not allowed": () => [
    dailyPipeline({ granularity: "model", allowLargeDag: false, outputs: marts(300) }),
  ],
  "models and steps": () => [
    dailyPipeline({ granularity: "model", outputs: [...marts(150), ...steps(150)] }),
  ],
};
