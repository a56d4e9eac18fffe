import { action } from "odp";
import { dailyReport } from "../scheduled.ts";
import { daily } from "../shop.ts";

const run = { title: "Run", file: "action.ts", reads: [daily] };

export const variants = {
  "one row too many": () => [dailyReport({ attach: "xlsx", rowLimit: 1_048_576 })],
  "an attachment that no server takes": () => [dailyReport({ sizeLimitMegabytes: 21 })],
  "memory below the least": () => [action("run", { ...run, memoryMegabytes: 64 })],
  "memory above the most": () => [action("run", { ...run, memoryMegabytes: 1024 })],
  "a timeout above the most": () => [action("run", { ...run, timeout: "10m" })],
};
