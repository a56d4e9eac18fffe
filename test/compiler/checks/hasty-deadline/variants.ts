import { mart, run, sql, step, t } from "odp";
import { dailyPipeline } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const one = { columns: { id: t.bigint() }, grain: ["id"] } as const;
const slow = () => mart("slow", { ...one, takes: "2h", sql: sql`select o.id from ${orders} as o` });

export const variants = {
  "a second too short": () => [dailyPipeline({ deadline: "1799s" })],
  "in hours": () => [dailyPipeline({ deadline: "0.1h" })],
  "a model that says that it takes long": () => [dailyPipeline({ deadline: "2h", outputs: [slow()] })],
  "a step behind it": () => [
    dailyPipeline({ deadline: "30m", outputs: [step("score", { run: run.shell("x"), reads: [daily] })] }),
  ],
  "many models beside each other": () => [
    dailyPipeline({
      deadline: "30m",
      outputs: Array.from({ length: 20 }, (_, index) =>
        mart(`m${index}`, { ...one, sql: sql`select o.id from ${orders} as o` }),
      ),
    }),
  ],
};
