import { cron, daily as everyDay, weekly } from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";

export const variants = {
  "another continent": () => [dailyPipeline({ schedule: everyDay("02:00", { zone: "America/New_York" }) })],
  "only the hour that comes twice": () => [
    dailyPipeline({ schedule: everyDay("01:30", { zone: "America/New_York" }) }),
  ],
  "on Sundays, when clocks change": () => [
    dailyReport({ schedule: weekly("sunday", "02:15", { zone: "Europe/Paris" }) }),
  ],
  "half an hour": () => [dailyPipeline({ schedule: everyDay("02:10", { zone: "Australia/Lord_Howe" }) })],
  "among other hours": () => [dailyPipeline({ schedule: cron("0 2,14 * * *", { zone: "Europe/Madrid" }) })],
  "in the south": () => [dailyPipeline({ schedule: everyDay("02:30", { zone: "Australia/Sydney" }) })],
};
