import { bucket, daily as everyDay, report, secret, sql, webhook } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day from ${daily} as d`,
  attach: "csv",
  whenEmpty: "skip",
  to: [bucket({ path: "reports/revenue" }), webhook({ url: secret("hook") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
