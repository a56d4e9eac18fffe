import { daily as everyDay, report, sql } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day from ${daily} as d`,
  attach: "csv",
  whenEmpty: "skip",
  to: [],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
