import { action, chart, filter, history, mart, metric, sql, sqlFile, t } from "odp";
import { crm, dashboardWith, drawing } from "../drawn.ts";
import { dailyReport } from "../scheduled.ts";
import { daily } from "../shop.ts";

const copy = () =>
  mart("copy", {
    columns: { id: t.bigint(), email: t.varchar() },
    grain: ["id"],
    sql: sql`select p.id, p.email from ${crm.people} as p`,
  });
const mail = (query: ReturnType<typeof sql>) => () => [crm, dailyReport({ sql: query })];

export const variants = {
  "all columns": mail(sql`select * from ${crm.people}`),
  "all columns of an alias": mail(sql`select p.* from ${crm.people} as p`),
  "without a qualifier": mail(sql`select email from ${crm.people}`),
  "through a common table expression, renamed": mail(
    sql`with a as (select p.email as mail from ${crm.people} as p), b as (select a.mail as x from a) select b.x from b`,
  ),
  "in a file": () => ({
    exports: [crm, dailyReport({ sql: sqlFile("mail.sql") })],
    files: { "mail.sql": "select p.id,\n       p.email\nfrom crm.people p" },
  }),
  "through a model": () => [crm, dailyReport({ sql: sql`select c.email from ${copy()} as c` })],
  "through a model, in a chart": () => [
    crm,
    drawing(chart.table({ title: "People", columns: [copy().email] })),
  ],
  "as the greatest value": () => [
    crm,
    drawing(chart.bigNumber({ title: "Last", metric: metric.max(copy().email) })),
  ],
  "in a filter": () => [
    crm,
    dashboardWith({
      rows: [[chart.bigNumber({ title: "People", metric: metric.count(copy()) })]],
      filters: [filter.select(copy().email)],
    }),
  ],
  "a face": () => [crm, dailyReport({ sql: sql`select h.email from ${history(crm.people)} as h` })],
  "consent for another kind": () => [
    crm,
    dailyReport({
      sql: sql`select p.email from ${crm.people} as p`,
      personalData: { allow: ["phone"], reason: "x" },
    }),
  ],
  "an action": () => [crm, action("push", { title: "Push", file: "push.ts", reads: [copy()] })],
  "an expression that says so": () => {
    const cut = mart("cut", {
      columns: { id: t.bigint(), start: t.varchar().pii("email") },
      grain: ["id"],
      sql: sql`select p.id, substr(p.email, 1, 5) as start from ${crm.people} as p`,
    });
    return [crm, daily, dailyReport({ sql: sql`select c.start from ${cut} as c` })];
  },
  "in the second query of a union": mail(
    sql`select p.country from ${crm.people} as p union all select p.email from ${crm.people} as p`,
  ),
};
