// Declarations that use every word of the language that dbt hears of, with texts that other languages take for code.
import {
  chart,
  cron,
  dashboard,
  email,
  external,
  given,
  incremental,
  mart,
  metric,
  model,
  pg,
  pipeline,
  postgres,
  report,
  run,
  secret,
  seed,
  sql,
  staging,
  step,
  t,
  test,
  unitTest,
} from "odp";

export const NASTY = `{{ nope }} {% if %} {# x #} it's "q" \\ %}`;

const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: {
      id: pg.bigint().primaryKey(),
      total: pg.numeric(12, 2),
      status: pg.text(),
      created_at: pg.timestamptz(),
    },
    items: {
      id: pg.bigint().primaryKey(),
      order_id: pg.bigint().references("orders.id"),
      price: pg.numeric(12, 2),
    },
  },
  allowLoss: ["infinity", "nan"],
});

const countries = seed("countries", {
  description: NASTY,
  columns: { code: t.varchar().describe(NASTY), name: t.varchar().nullable(), area: t.decimal(12, 2) },
  grain: ["code"],
  rows: [
    { code: "KE", name: `Kenya, "here"\nline two`, area: 580367.5 },
    { code: "01", name: null, area: 1 },
  ],
});

const raw = external("raw_rows", {
  schema: "landing",
  table: "rows",
  description: NASTY,
  columns: { id: t.bigint(), order: t.varchar(), at: t.timestamptz(), tags: t.array(t.varchar()).nullable() },
  grain: ["id"],
  landedBy: "somebody {{ x }}",
  freshWithin: "3h",
  landedAt: "at",
});

const rows = staging("stg_rows", {
  description: NASTY,
  columns: { id: t.bigint(), order: t.varchar().accepted("a", "o'brien", "{{ x }}"), at: t.timestamptz() },
  grain: ["id", "order"],
  owner: "a@example.com",
  tags: ["x {{ y }}"],
  sql: sql`
    -- a comment with {{ braces }}
    select id, "order", at
    from ${raw}
    where "order" <> '{{ not jinja }}' and "order" <> 'several
  lines   
kept';
  `,
  unitTests: [
    unitTest("keeps {{ rows }}", {
      given: [given(raw, [{ id: 1, order: "{{ x }}", at: "2026-01-01 10:00:00 UTC", tags: `["x"]` }])],
      expect: [{ id: 1, order: "{{ x }}" }],
    }),
  ],
});

const facts = mart("facts", {
  columns: {
    id: t.bigint().check("id > 0").check(sql`id in (select id from ${rows})`),
    code: t.varchar().references("countries.code"),
    at: t.timestamptz(),
  },
  grain: ["id"],
  materialize: incremental({ key: ["id"], watermark: "at" }),
  movedFrom: "facts_old",
  protect: true,
  sql: sql`select id, ${"KE"} as code, at from ${rows}`,
  tests: [
    test.row("nasty", `code <> '{{ x }} it''s'`),
    test.rowCount({ min: 1, max: 10 }),
    test.table("none", sql`select * from facts where id < 0`, { description: NASTY, severity: "warn" }),
    test.relationship("code", countries.code),
  ],
});

const daily = mart("daily", {
  columns: { day: t.date(), revenue: t.decimal(38, 2) },
  grain: ["day"],
  materialize: incremental({ period: "day", zone: "Africa/Nairobi", recompute: "30 days" }),
  sql: sql`
    select
        cast(o.created_at at time zone 'Africa/Nairobi' as date) as day,
        sum(i.price) as revenue
    from ${shop.orders} as o
    inner join ${shop.items} as i
        on o.id = i.order_id
    where o.status = 'paid'
    group by 1`,
  dbt: { event_time: "day" },
});

const scores = external("scores", {
  schema: "landing",
  columns: { day: t.date(), score: t.double() },
  landedBy: "the step",
  freshWithin: "90s",
});
const score = step("score", { run: run.shell("true"), reads: [daily, facts], writes: [scores] });
const scored = model("scored", {
  columns: { day: t.date(), score: t.double() },
  grain: ["day"],
  sql: sql`select day, score from ${scores}`,
});

const board = dashboard("board", {
  title: NASTY,
  description: NASTY,
  rows: [[chart.bigNumber({ title: "Score", metric: metric.sum(scored.score) })]],
});
const mail = report("board", {
  title: "Countries",
  sql: sql`select * from ${countries}`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["a@example.com"], via: secret("smtp") })],
  schedule: cron("0 0 * * *", { zone: "UTC" }),
});

export const kitchen = [
  shop,
  countries,
  raw,
  rows,
  facts,
  daily,
  scores,
  score,
  scored,
  board,
  mail,
  pipeline("kitchen", {
    owner: "the team {{ x }}",
    schedule: cron("0 * * * *", { zone: "UTC" }),
    outputs: [board, mail],
  }),
];
