import { email, daily as everyDay, report, secret, sql } from "odp";
import { daily } from "../shop.ts";

export const mail = report("mail", {
  title: "Revenue",
  sql: sql`select d.day from ${daily} as d`,
  attach: "xlsx",
  rowLimit: 2_000_000,
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
});
