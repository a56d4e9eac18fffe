import { email, daily as everyDay, parameter, report, secret, sql } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day from ${daily} as d where d.status = ${parameter("status")}`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
