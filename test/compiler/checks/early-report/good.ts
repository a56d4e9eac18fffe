import { email, daily as everyDay, pipeline, report, secret, sql } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day, d.revenue from ${daily} as d`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: everyDay("06:30", { zone: "UTC" }),
});

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: everyDay("06:00", { zone: "UTC" }),
  outputs: [mail, daily],
});
