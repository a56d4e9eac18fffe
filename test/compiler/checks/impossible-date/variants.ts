import { cron } from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";

const at = (expression: string) => () => [dailyPipeline({ schedule: cron(expression, { zone: "UTC" }) })];

export const variants = {
  "31 June": at("0 6 31 6 *"),
  "31 of four short months": at("0 6 31 2,4,6,9,11 *"),
  "by name": at("0 6 30 feb *"),
  "a range": at("0 6 30-31 2 *"),
  "in a report": () => [dailyReport({ schedule: cron("0 6 31 11 *", { zone: "UTC" }) })],
  "the second of two": () => [
    dailyPipeline({ schedule: [cron("0 6 * * *", { zone: "UTC" }), cron("0 6 30 2 *", { zone: "UTC" })] }),
  ],
};
