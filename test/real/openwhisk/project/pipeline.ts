// Reports of every form over tables whose rows are known everywhere: the catalog `tpch` of Trino.
import {
  action,
  bucket,
  daily,
  email,
  external,
  parameter,
  period,
  pipeline,
  report,
  secret,
  sql,
  t,
  webhook,
} from "odp";

const landed = { catalog: "tpch", landedBy: "Trino", freshWithin: "1d" } as const;

const nation = external("nation", {
  ...landed,
  schema: "tiny",
  columns: { nationkey: t.bigint(), name: t.varchar(), regionkey: t.bigint() },
});
const customer = external("customer", {
  ...landed,
  schema: "sf1",
  columns: { custkey: t.bigint(), name: t.varchar(), acctbal: t.double(), comment: t.varchar() },
});
const orders = external("orders", {
  ...landed,
  schema: "sf1",
  columns: {
    orderkey: t.bigint(),
    custkey: t.bigint(),
    orderstatus: t.varchar(),
    totalprice: t.double(),
    orderdate: t.date(),
    clerk: t.varchar(),
  },
});

const at = { schedule: daily("06:00", { zone: "Africa/Nairobi" }) };
const smtp = secret("smtp");
const people = email({ to: ["anna@example.com", "ben@example.com"], via: smtp });

/** What breaks careless writers: large and exact numbers, formulas, quotes, line breaks, other scripts, nothing. */
const awkward = sql`
  select
    n.nationkey,
    9007199254740993 + n.nationkey as big,
    cast('12345678901234567890.123450' as decimal(38, 6)) as exact,
    cast(0.1 as double) + n.nationkey as rough,
    '=1+' || n.name as formula,
    'a "b", ' || chr(10) || 'ü€😀 <b>&' as text,
    cast(null as varchar) as nothing,
    date '2026-01-31' as day,
    timestamp '2026-01-31 06:07:08.500' as moment,
    n.nationkey % 2 = 0 as even,
    array[n.nationkey, 9007199254740993] as list
  from ${nation} as n
  where n.nationkey < 10
  order by 1`;

export const tenCsv = report("ten_csv", {
  title: "Ten",
  sql: awkward,
  attach: "csv",
  whenEmpty: "fail",
  to: [
    email({
      to: ["anna@example.com", "ben@example.com"],
      via: smtp,
      from: "Reports <reports@example.com>",
      subject: "{title}: {rows} rows of {period}",
      body: "Good morning,\n\n{rows} rows as of {asOf}.\n",
    }),
  ],
  ...at,
});

export const tenXlsx = report("ten_xlsx", {
  title: "Ten",
  sql: awkward,
  attach: "xlsx",
  whenEmpty: "fail",
  to: [people],
  ...at,
});
export const tenTable = report("ten_table", {
  title: "Ten",
  sql: awkward,
  attach: "table",
  whenEmpty: "fail",
  to: [people],
  ...at,
});

export const manyCsv = report("many_csv", {
  title: "Many",
  sql: sql`select custkey, name, cast(acctbal as decimal(12, 2)) as acctbal, comment from ${customer} where custkey <= 10000 order by custkey`,
  attach: "csv",
  whenEmpty: "fail",
  to: [people, bucket({ path: "exports" })],
  ...at,
});

/** Order keys are eight of every 32: one million. */
const million = sql`
  select orderkey, custkey, orderstatus, cast(totalprice as decimal(12, 2)) as totalprice, orderdate, clerk
  from ${orders}
  where orderkey <= 4000000`;

export const millionCsv = report("million_csv", {
  title: "Million",
  sql: million,
  attach: "csv",
  whenEmpty: "fail",
  rowLimit: 1_000_000,
  sizeLimitMegabytes: 5,
  to: [people],
  ...at,
});
export const millionXlsx = report("million_xlsx", {
  title: "Million",
  sql: million,
  attach: "xlsx",
  whenEmpty: "fail",
  rowLimit: 1_000_000,
  to: [bucket({ path: "exports" })],
  ...at,
});
export const tooMany = report("too_many", {
  title: "Too many",
  sql: million,
  attach: "csv",
  whenEmpty: "fail",
  rowLimit: 999_999,
  to: [bucket({ path: "exports" })],
  ...at,
});

/** One region a recipient, and the bounds of the period as the query sees them. */
export const regional = report("regional", {
  title: "Nations",
  sql: sql`
    select
      n.name,
      cast(${period.start} as date) as first_day,
      cast(${period.end} as date) as last_day,
      date_diff('hour', ${period.start}, ${period.end}) as hours,
      ${parameter("region")} as region
    from ${nation} as n
    where n.regionkey = cast(${parameter("region")} as bigint) and '?' <> n.name
    order by 1`,
  attach: "table",
  whenEmpty: "fail",
  to: [
    webhook({ url: secret("hook"), sign: secret("hook_key"), with: { region: 1 } }),
    webhook({ url: secret("slack"), form: "slack", with: { region: "2" } }),
  ],
  ...at,
});

const nobody = sql`select n.name from ${nation} as n where n.name = 'nobody'`;
const empty = { title: "Nobody", sql: nobody, attach: "csv", to: [people], ...at } as const;
export const emptySent = report("empty_sent", { ...empty, whenEmpty: "send" });
export const emptySkipped = report("empty_skipped", { ...empty, whenEmpty: "skip" });
export const emptyFailed = report("empty_failed", { ...empty, whenEmpty: "fail" });

export const failing = report("failing", {
  title: "Failing",
  sql: sql`select 1 / (n.nationkey - n.nationkey) as nonsense from ${nation} as n`,
  attach: "csv",
  whenEmpty: "skip",
  to: [people],
  ...at,
});
export const slow = report("slow", {
  title: "Slow",
  sql: sql`select count(*) as pairs from ${orders} as a cross join ${orders} as b where a.custkey + b.custkey = 7`,
  attach: "csv",
  whenEmpty: "skip",
  to: [people],
  ...at,
});

/** Does what it is told, and fails as careless code does. */
export const errand = action("errand", {
  title: "Errand",
  file: "actions/errand.ts",
  reads: [nation],
  params: { greeting: "hello", times: 2 },
  secrets: { token: secret("errand") },
});

export default pipeline("mail_room", {
  owner: "post@example.com",
  schedule: at.schedule,
  outputs: [
    tenCsv,
    tenXlsx,
    tenTable,
    manyCsv,
    millionCsv,
    millionXlsx,
    tooMany,
    regional,
    emptySent,
    emptySkipped,
    emptyFailed,
    failing,
    slow,
    errand,
  ],
});
