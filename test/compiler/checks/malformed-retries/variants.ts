import { run, step } from "odp";
import { dailyPipeline } from "../scheduled.ts";
import { daily } from "../shop.ts";

export const variants = {
  "a fraction": () => [dailyPipeline({ retries: 1.5 })],
  "no number": () => [dailyPipeline({ retries: Number.NaN })],
  "a text": () => [dailyPipeline({ retries: "2" as unknown as number })],
  "for ever": () => [dailyPipeline({ retries: Number.POSITIVE_INFINITY })],
  "in a step": () => [step("score", { run: run.shell("x"), reads: [daily], retries: -2 })],
};
