import { email, daily as everyDay, period, report, secret, sql } from "odp";
import { daily } from "../shop.ts";

export const recent = report("recent", {
  title: "Recent",
  sql: sql`select d.day from ${daily} as d where d.day >= ${period.start} and d.day < ${period.end}`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
