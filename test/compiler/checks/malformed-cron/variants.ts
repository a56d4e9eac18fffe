import { cron, daily as everyDay, hourly, monthly } from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";

const at = (expression: string) => () => [dailyPipeline({ schedule: cron(expression, { zone: "UTC" }) })];

export const variants = {
  "four fields": at("0 6 * *"),
  "a preset": at("@daily"),
  "an hour out of range": at("0 24 * * *"),
  "a range backwards": at("0 6 * * 5-1"),
  "a step of zero": at("*/0 * * * *"),
  "a word of Quartz": at("0 6 L * *"),
  "a time of day that there is not": () => [dailyPipeline({ schedule: everyDay("25:00", { zone: "UTC" }) })],
  "no time of day": () => [dailyPipeline({ schedule: everyDay("six" as "6:0", { zone: "UTC" }) })],
  "minute 60 of each hour": () => [dailyPipeline({ schedule: hourly(60, { zone: "UTC" }) })],
  "day 32, in a report": () => [dailyReport({ schedule: monthly(32, "06:00", { zone: "UTC" }) })],
  "the second of two": () => [
    dailyPipeline({ schedule: ["0 6 * * *", "6 o'clock"].map((text) => cron(text, { zone: "UTC" })) }),
  ],
};
