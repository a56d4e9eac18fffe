import { email, daily as everyDay, report, secret, sql } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day from ${daily} as d`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com", "sales@example"], via: secret("smtp") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
