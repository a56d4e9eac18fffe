import {
  action,
  chart,
  cron,
  dashboard,
  email,
  external,
  filter,
  incremental,
  mart,
  metric,
  pg,
  pipeline,
  postgres,
  report,
  secret,
  seed,
  sql,
  staging,
  step,
  run,
  t,
  table,
  test,
  given,
  unitTest,
  changes,
  history,
  defineConfig,
} from "odp";

// Each comment `red:` says what TypeScript must say of the line below it. The file is checked by types.test.ts.

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    customers: { id: pg.uuid().primaryKey(), email: pg.text().pii("email"), country: pg.text() },
    orders: {
      id: pg.bigint().primaryKey(),
      customer_id: pg.uuid().references("customers.id"),
      total: pg.numeric(12, 2),
      placed_on: pg.date(),
    },
  },
  schemas: { billing: { invoices: { id: pg.uuid().primaryKey(), history: pg.text() } } },
});
export const daily = mart("daily", {
  columns: { day: t.date(), country: t.varchar(), revenue: t.decimal(38, 2) },
  grain: ["day", "country"],
  sql: sql`select 1 from ${shop.orders}`,
});

// red: Property 'totall' does not exist on type
export const misspeltColumn = shop.orders.totall;
// red: Property 'order' does not exist on type
export const misspeltTable = shop.order;
export const wrongReference = postgres("s1", {
  connection: secret("x"),
  tables: {
    a: {
      id: pg.uuid().primaryKey(),
      // red: Did you mean '"c.id"'?
      c_id: pg.uuid().references("c.idd"),
    },
    c: { id: pg.uuid().primaryKey() },
  },
});
// red: Type 'string' is not assignable to type 'Secret'
export const secretValue = postgres("s2", { connection: "postgres://u:p@h/db", tables: {} });
// red: Property 'tables' is missing
export const noTables = postgres("s3", { connection: secret("x") });
export const wrongKeys = table(
  { id: pg.uuid() },
  // red: Type '"idd"' is not assignable to type '"id"'
  { keys: ["idd"] },
);
// red: 'estimatedRow' does not exist in type
export const unknownTableOption = table({ id: pg.uuid().primaryKey() }, { estimatedRow: 5 });
// red: Type '"dya"' is not assignable to type '"day"
export const wrongGrain = mart("m1", { columns: { day: t.date(), n: t.bigint() }, grain: ["dya"], sql: sql`x` });
export const numberAsPeriod = mart("m2", {
  columns: { day: t.date(), n: t.bigint() },
  grain: ["day"],
  // red: Type '"n"' is not assignable to type '"day"'
  materialize: incremental({ period: "n", recompute: "3 days" }),
  sql: sql`x`,
});
export const wrongRecompute = incremental({
  period: "day",
  // red: Type '"3 weeks"' is not assignable to type
  recompute: "3 weeks",
});
// red: 'materialise' does not exist in type
export const unknownOption = mart("m3", { columns: { day: t.date() }, materialise: "table", sql: sql`x` });
// red: Property 'sql' is missing
export const noSql = staging("m4", { columns: { day: t.date() } });
// red: Property 'smallint' does not exist on type
export const widened = t.smallint();
// red: Argument of type 'undefined' is not assignable to parameter of type 'Hole'
export const undefinedHole = sql`select ${undefined}`;
// red: Type '"dya"' is not assignable to type '"day"'
export const wrongTest = mart("m5", { columns: { day: t.date() }, sql: sql`x`, tests: [test.unique(["dya"])] });
export const wrongFixture = unitTest("u", {
  // red: 'totall' does not exist in type
  given: [given(shop.orders, [{ totall: 1 }])],
  expect: [],
});
// red: Property '_valid_form' does not exist on type
export const wrongHistory = history(shop.orders)._valid_form;
// red: Argument of type 'Relation<"daily",
export const changesOfModel = changes(daily);

// red: Type '"text"' is not assignable to type '"number"'
export const sumOverText = metric.sum(daily.country);
export const timeOverNumber = chart.line({
  title: "x",
  // red: Type '"number"' is not assignable to type
  time: daily.revenue,
  grain: "day",
  y: metric.sum(daily.revenue),
});
// red: is not assignable to type
export const mixed = chart.line({ title: "x", time: daily.day, grain: "day", y: metric.sum(shop.orders.total) });
// red: Property 'title' is missing
export const noTitle = chart.bigNumber({ metric: metric.sum(daily.revenue) });
// red: Property 'donut' does not exist on type
export const unknownChart = chart.donut({ title: "x" });
// red: Type '"fortnight"' is not assignable to type 'TimeGrain'
export const wrongGrainOfTime = chart.line({ title: "x", time: daily.day, grain: "fortnight", y: metric.sum(daily.revenue) });
// red: Type '"3 hours"' is not assignable to type
export const wrongDuration = dashboard("d1", { title: "x", rows: [], freshWithin: "3 hours" });
// red: Type '"text"' is not assignable to type
export const timeFilterOverText = filter.time(daily.country, { default: "last 30 days" });
// red: Property 'whenEmpty' is missing
export const noEmptyRule = report("r1", { title: "x", sql: sql`x`, attach: "csv", to: [], schedule: cron("0 6 * * *", { zone: "UTC" }) });
// red: Type 'string' is not assignable to type 'readonly string[]'
export const oneAddress = email({ to: "a@example.com", via: secret("smtp") });
// red: Property 'zone' is missing
export const noZone = cron("0 6 * * *", {});
// red: Property 'owner' is missing
export const noOwner = pipeline("p1", { outputs: [], schedule: cron("0 6 * * *", { zone: "UTC" }) });
// red: is not assignable to type 'PipelineOutput'
export const wrongOutput = pipeline("p2", { owner: "a", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: ["daily"] });
// red: Property 'landedBy' is missing
export const nobodyLands = external("e1", { schema: "crm", columns: { id: t.bigint() }, freshWithin: "1d" });
// red: 'nme' does not exist in type
export const wrongRow = seed("s", { columns: { name: t.varchar() }, rows: [{ nme: "x" }] });
// red: Type '"PATCH"' is not assignable to type
export const wrongMethod = step("s", { reads: [daily], run: run.http({ connection: secret("x"), method: "PATCH", path: "/" }) });
// red: Property 'file' is missing
export const noFile = action("a", { title: "x", reads: [daily] });
// red: Property 'project' is missing
export const noProject = defineConfig({});
// red: Type '475' is not assignable to type '476'
export const unknownVersion = defineConfig({ project: "x", versions: { trino: 475 } });
