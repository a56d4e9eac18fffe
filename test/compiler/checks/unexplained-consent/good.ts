import { email, daily as everyDay, pg, postgres, report, secret, sql } from "odp";

export const crm = postgres("crm", {
  connection: secret("crm"),
  tables: { people: { id: pg.bigint().primaryKey(), email: pg.text().pii("email") } },
});

export const mail = report("mail", {
  title: "New people",
  sql: sql`select p.id, p.email from ${crm.people} as p`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
  personalData: { allow: ["email"], reason: "support answers these people" },
});
