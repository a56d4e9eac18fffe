import {
  chart,
  dashboard,
  email,
  daily as everyDay,
  mart,
  metric,
  pg,
  postgres,
  report,
  secret,
  sql,
  t,
} from "odp";

export const crm = postgres("crm", {
  connection: secret("crm"),
  tables: { people: { id: pg.bigint().primaryKey(), email: pg.text().pii("email"), country: pg.text() } },
});

export const people = mart("people", {
  columns: { country: t.varchar(), email: t.varchar(), people: t.bigint() },
  grain: ["country"],
  sql: sql`
    with hashed as (select p.country, to_hex(sha256(to_utf8(p.email))) as email from ${crm.people} as p where p.email <> '')
    select h.country, max(h.email) as email, count(*) as people from hashed as h group by 1`,
});

export const shown = dashboard("people", {
  title: "People",
  rows: [
    [
      chart.table({ title: "By country", columns: [people.country, people.email] }),
      chart.bigNumber({ title: "Addresses", metric: metric.countDistinct(crm.people.email) }),
    ],
  ],
});

export const mail = report("mail", {
  title: "New people",
  sql: sql`select p.id, p.email as contact from ${crm.people} as p`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["sales@example.com"], via: secret("smtp") })],
  schedule: everyDay("09:00", { zone: "UTC" }),
  personalData: { allow: ["email"], reason: "support answers these people" },
});
