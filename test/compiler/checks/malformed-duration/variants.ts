import { defineConfig, onNewData, pg, run, step } from "odp";
import type { Duration } from "../../../../dsl/values.ts";
import { martWith } from "../models.ts";
import { dailyPipeline } from "../scheduled.ts";
import { daily } from "../shop.ts";
import { ordersOf, ordersWith } from "../table.ts";

const wrong = (text: string) => text as Duration;

export const variants = {
  "of a source": () => ordersWith({}, { retention: wrong("1 week") }),
  "of a table": () => ordersOf({ id: pg.bigint().primaryKey() }, { keepDeleted: wrong("30") }),
  "of a model": () => [martWith({ takes: wrong("15 min") })],
  "of a step": () => [daily, step("score", { run: run.shell("x"), reads: [daily], timeout: wrong("") })],
  "of a pipeline": () => [dailyPipeline({ taskTimeout: wrong("2H") })],
  "of a trigger": () => [dailyPipeline({ schedule: onNewData({ pollEvery: wrong("often") }) })],
  zero: () => [martWith({ takes: "0s" })],
  negative: () => [martWith({ takes: "-5m" })],
  "of the configuration": () => ({
    exports: [daily],
    config: defineConfig({ project: "demo", maintenance: { keepSnapshots: wrong("two weeks") } }),
  }),
};
