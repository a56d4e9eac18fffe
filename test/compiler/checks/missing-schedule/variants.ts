import type { Schedule } from "../../../../dsl/schedule.ts";
import { dailyPipeline, dailyReport } from "../scheduled.ts";

const none = undefined as unknown as Schedule;

export const variants = {
  "a report without triggers": () => [dailyReport({ schedule: [] })],
  "a pipeline that leaves it out": () => [dailyPipeline({ schedule: none })],
  "a report that leaves it out": () => [dailyReport({ schedule: none })],
  "beside one that has one": () => [dailyPipeline({}), dailyReport({ schedule: [] })],
  "triggers of an empty loop": () => [dailyPipeline({ schedule: [].map(() => none) as unknown as Schedule })],
};
