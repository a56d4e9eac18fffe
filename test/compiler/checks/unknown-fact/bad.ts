import { email, daily as everyDay, report, secret, sql } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day from ${daily} as d`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp"), subject: "Revenue of {day}" })],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
