import {
  chart,
  cron,
  dashboard,
  external,
  mart,
  metric,
  onNewData,
  pipeline,
  run,
  seed,
  sql,
  step,
  t,
} from "odp";
import { expect, test } from "vitest";
import { worstCaseAge } from "../../../compiler/graph/age.ts";
import { orders, shop } from "../checks/shop.ts";
import { graphOf } from "../project.ts";

const columns = { id: t.bigint() };
const paid = (takes: "10m" | "40m" = "10m") =>
  mart("paid", { columns, grain: ["id"], takes, sql: sql`select o.id from ${shop.orders} as o` });
const counting = (relation: ReturnType<typeof paid>, cacheSeconds = 0) =>
  dashboard("sales", {
    title: "Sales",
    rows: [[chart.bigNumber({ title: "Paid", metric: metric.count(relation), cacheSeconds })]],
  });
const every = (expression: string) => cron(expression, { zone: "UTC" });
const age = (...declarations: readonly unknown[]) =>
  worstCaseAge(graphOf([shop, ...declarations]), "dashboard:sales");

/** Commit, watch, a run under way, the current state. */
const SOURCE = 60 + 60 + 300 + 300;

test("a dashboard behind an hourly pipeline", () => {
  const sales = counting(paid(), 120);
  const found = age(
    sales,
    pipeline("shop", { owner: "a@example.com", schedule: every("0 * * * *"), outputs: [sales] }),
  );
  expect(found?.terms.map((term) => `${term.what}: ${term.seconds}`)).toEqual([
    "the sink of `shop` commits: 60",
    "the DAG of `shop` looks for commits: 60",
    "a run of it that began just before: 300",
    "it builds the current state of `shop`: 300",
    "`shop` waits for its schedule: 3600",
    "`paid` takes: 600",
    'the cache of the chart "Paid": 120',
  ]);
  expect(found?.seconds).toBe(SOURCE + 3600 + 600 + 120);
});

test("new data waits for the run that is under way", () => {
  const sales = counting(paid());
  const found = age(
    sales,
    pipeline("shop", { owner: "a@example.com", schedule: onNewData({ pollEvery: "30s" }), outputs: [sales] }),
  );
  expect(found?.seconds).toBe(SOURCE + 30 + 600 + 600);
});

test("the sooner of two triggers counts", () => {
  const sales = counting(paid());
  const found = age(
    sales,
    pipeline("shop", {
      owner: "a@example.com",
      schedule: [every("0 6 * * *"), onNewData()],
      outputs: [sales],
    }),
  );
  expect(found?.seconds).toBe(SOURCE + 60 + 600 + 600);
});

test("the longest way through models and steps", () => {
  const scored = external("scored", { schema: "science", columns, landedBy: "science", freshWithin: "9d" });
  const score = step("score", {
    run: run.shell("score"),
    reads: [paid("40m")],
    writes: [scored],
    takes: "30m",
  });
  const shown = mart("shown", {
    columns,
    grain: ["id"],
    takes: "5m",
    sql: sql`select s.id from ${scored} as s join ${paid("40m")} as p on p.id = s.id`,
  });
  const sales = counting(shown as unknown as ReturnType<typeof paid>);
  const found = age(
    sales,
    score,
    pipeline("shop", { owner: "a@example.com", schedule: every("0 * * * *"), outputs: [sales, score] }),
  );
  expect(found?.terms.slice(-3).map((term) => term.what)).toEqual([
    "`paid` takes",
    "`score` takes",
    "`shown` takes",
  ]);
  expect(found?.seconds).toBe(SOURCE + 3600 + 2400 + 1800 + 300);
});

test("another pipeline's wait comes on top", () => {
  const base = paid();
  const shown = mart("shown", {
    columns,
    grain: ["id"],
    takes: "5m",
    sql: sql`select p.id from ${base} as p`,
  });
  const sales = counting(shown as unknown as ReturnType<typeof paid>);
  const found = age(
    sales,
    pipeline("first", { owner: "a@example.com", schedule: every("0 6 * * *"), outputs: [base] }),
    pipeline("second", { owner: "a@example.com", schedule: every("30 * * * *"), outputs: [sales] }),
  );
  expect(found?.seconds).toBe(SOURCE + 86_400 + 600 + 3600 + 300);
});

test("work that exceeds what runs at the same time waits", () => {
  const many = Array.from({ length: 16 }, (_, index) =>
    mart(`m${index}`, {
      columns,
      grain: ["id"],
      takes: "10m",
      sql: sql`select o.id from ${shop.orders} as o`,
    }),
  );
  const sales = counting(many[0] as unknown as ReturnType<typeof paid>);
  const found = age(
    sales,
    pipeline("shop", { owner: "a@example.com", schedule: every("0 * * * *"), outputs: [sales, ...many] }),
  );
  expect(found?.terms.at(-1)).toEqual({ what: "others of `shop` are in its way", seconds: 16 * 150 - 600 });
});

test("an external counts as it promises, and a seed does not age", () => {
  const rates = external("rates", { schema: "x", columns, landedBy: "x", freshWithin: "2d" });
  const ofRates = counting(rates as unknown as ReturnType<typeof paid>);
  expect(age(ofRates)?.seconds).toBe(2 * 86_400);
  const values = seed("values", { columns, grain: ["id"], rows: [{ id: 1 }] });
  expect(age(counting(values as unknown as ReturnType<typeof paid>))).toBeUndefined();
});

test("the oldest of several relations counts", () => {
  const rates = external("rates", { schema: "x", columns, landedBy: "x", freshWithin: "2d" });
  const sales = dashboard("sales", {
    title: "Sales",
    rows: [
      [
        chart.bigNumber({ title: "Rates", metric: metric.count(rates) }),
        chart.bigNumber({ title: "Orders", metric: metric.count(orders) }),
      ],
    ],
  });
  const found = age(
    sales,
    pipeline("shop", { owner: "a@example.com", schedule: every("0 * * * *"), outputs: [sales] }),
  );
  expect(found?.seconds).toBe(2 * 86_400);
});
