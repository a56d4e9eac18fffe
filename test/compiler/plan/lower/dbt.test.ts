import {
  chart,
  cron,
  dashboard,
  test as dataTest,
  external,
  incremental,
  mart,
  metric,
  pg,
  pipeline,
  postgres,
  run,
  secret,
  seed,
  sql,
  staging,
  step,
  t,
} from "odp";
import { describe, expect, test } from "vitest";
import { lowerDbt } from "../../../../compiler/plan/lower/dbt.ts";
import { graphOf } from "../../project.ts";

const columns = { id: t.bigint() };
const hourly = { owner: "data@example.com", schedule: cron("0 * * * *", { zone: "UTC" }) };
const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { customers: { id: pg.bigint().primaryKey() }, orders: { id: pg.bigint().primaryKey() } },
});

const show = (name: string, relation: Parameters<typeof metric.count>[0]) =>
  dashboard(name, {
    title: name,
    rows: [[chart.bigNumber({ title: "Rows", metric: metric.count(relation) })]],
  });

function planOf(...exports: readonly unknown[]) {
  const plan = lowerDbt(graphOf(exports));
  const model = (name: string) => plan.models.find((each) => each.name === name);
  return { plan, model };
}

describe("what a model promises", () => {
  const own = staging("own", { columns, sql: sql`select 1 as id` });
  const shown = mart("shown", { columns, sql: sql`select id from ${own}` });
  const lent = mart("lent", { columns, sql: sql`select id from ${own}` });
  const borrowing = mart("borrowing", { columns, sql: sql`select id from ${lent}` });
  const board = show("board", shown);
  const { model } = planOf(
    pipeline("first", { ...hourly, outputs: [board, lent] }),
    pipeline("second", { ...hourly, outputs: [borrowing] }),
  );

  test("is nothing for what one pipeline keeps to itself", () => {
    expect(model("own")).toMatchObject({ access: "private", contract: false, group: "data_example_com" });
  });

  test("is a public contract for what an output reads", () => {
    expect(model("shown")).toMatchObject({ access: "public", contract: true });
  });

  test("is a contract for what another pipeline reads", () => {
    expect(model("lent")).toMatchObject({ access: "protected", contract: true });
    expect(model("borrowing")).toMatchObject({ access: "protected", contract: false });
  });

  test("is never private to a group that a reader is not in", () => {
    const base = staging("base", { columns, owner: "a@example.com", sql: sql`select 1 as id` });
    const reader = mart("reader", { columns, owner: "b@example.com", sql: sql`select id from ${base}` });
    const lowered = planOf(pipeline("main", { ...hourly, outputs: [reader] }), base, reader);
    expect(lowered.model("base")).toMatchObject({ access: "protected", group: "a_example_com" });
    expect(lowered.plan.groups.map(({ name }) => name)).toEqual(["a_example_com", "b_example_com"]);
  });

  test("leaves two owners of one spelling apart", () => {
    const a = mart("a", { columns, owner: "Team A", sql: sql`select 1 as id` });
    const b = mart("b", { columns, owner: "team-a", sql: sql`select 1 as id` });
    expect(planOf(a, b).plan.groups).toEqual([
      { name: "team_a", owner: "Team A" },
      { name: "team_a_2", owner: "team-a" },
    ]);
  });
});

describe("tests of data", () => {
  test("follow from columns and grain", () => {
    const model = mart("model", {
      columns: { id: t.bigint(), note: t.varchar().nullable(), state: t.varchar().accepted("on", "off") },
      grain: ["id"],
      sql: sql`select 1`,
    });
    expect(
      planOf(model)
        .model("model")
        ?.tests.map((each) => `${each.kind} ${"column" in each ? each.column : ""}`),
    ).toEqual(["not_null id", "unique id", "not_null state", "accepted_values state"]);
  });

  test("ask for the combination of a grain of several columns, and never for null in a merge key", () => {
    const model = mart("model", {
      columns: { id: t.bigint(), line: t.bigint().nullable(), day: t.date().nullable() },
      grain: ["id", "line"],
      materialize: incremental({ period: "day", recompute: "3 days" }),
      sql: sql`select 1`,
    });
    const tests = planOf(model).model("model")?.tests ?? [];
    expect(
      tests.filter(({ kind }) => kind === "not_null").map((each) => "column" in each && each.column),
    ).toEqual(["id", "line", "day"]);
    expect(tests.filter(({ kind }) => kind === "unique_combination")).toMatchObject([
      { columns: ["id", "line"] },
    ]);
  });

  test("stand in a file of their own where they read other relations, once each otherwise", () => {
    const model = mart("model", {
      columns: { id: t.bigint().check(sql`id in (select id from ${shop.orders})`).check("id > 0") },
      sql: sql`select id from ${shop.orders}`,
      tests: [
        dataTest.row("positive", "id > 0"),
        dataTest.table("none", sql`select * from ${shop.orders} where id < 0`),
      ],
    });
    const { plan } = planOf(shop, model);
    expect(plan.singularTests.map(({ name, conditionOn }) => [name, conditionOn])).toEqual([
      ["model__id_check_1", { kind: "ref", model: "model" }],
      ["model__none", null],
    ]);
  });
});

describe("selectors", () => {
  test("hold one entry a stage, a source and a model that can be backfilled", () => {
    const raw = external("raw", { schema: "raw", columns, landedBy: "a step", freshWithin: "1d" });
    const first = mart("first", {
      columns: { id: t.bigint(), day: t.date() },
      materialize: incremental({ period: "day", recompute: "3 days" }),
      sql: sql`select 1`,
    });
    const work = step("work", { run: run.shell("true"), reads: [first], writes: [raw] });
    const second = mart("second", { columns, sql: sql`select id from ${raw}` });
    const { plan } = planOf(
      shop,
      pipeline("main", { ...hourly, outputs: [second] }),
      raw,
      first,
      work,
      second,
    );
    expect(
      plan.selectors.map(({ name, nodes, folder, isTested }) => [name, folder ?? nodes, isTested]),
    ).toEqual([
      ["backfill__first", ["first"], false],
      ["main__1", ["first"], true],
      ["main__2", ["second"], true],
      ["source__shop", ["captured", "shop"], true],
    ]);
  });

  test("know a stage by a tag of its models, seeds and tests, so that a new model changes no shared file", () => {
    const countries = seed("countries", { columns: { id: t.bigint() }, rows: [] });
    const model = mart("model", {
      columns: { id: t.bigint().references("countries.id") },
      tags: ["sales"],
      sql: sql`select id from ${shop.orders}`,
    });
    const { plan, model: found } = planOf(
      shop,
      countries,
      model,
      pipeline("main", { ...hourly, outputs: [model, countries] }),
    );
    expect(found("model")?.tags).toEqual(["build:main", "sales"]);
    expect(plan.seeds[0]?.tags).toEqual(["build:main"]);
    expect(plan.selectors.find(({ name }) => name === "main")?.tag).toBe("build:main");
  });

  test("hold one entry a model where the pipeline is built model by model", () => {
    const first = mart("first", { columns, sql: sql`select 1 as id` });
    const second = mart("second", { columns, sql: sql`select id from ${first}` });
    const { plan } = planOf(
      pipeline("main", { ...hourly, outputs: [second], granularity: "model" }),
      first,
      second,
    );
    expect(plan.selectors.map(({ name }) => name)).toEqual(["main__first", "main__second"]);
  });

  test("name tests that read what their model does not", () => {
    const model = mart("model", {
      columns: { id: t.bigint().references("shop.customers.id") },
      sql: sql`select id from ${shop.orders}`,
    });
    const within = mart("within", {
      columns: { id: t.bigint().references("shop.orders.id") },
      sql: sql`select id from ${shop.orders}`,
    });
    const { plan } = planOf(shop, pipeline("main", { ...hourly, outputs: [model, within] }), model, within);
    expect(plan.selectors.find(({ name }) => name === "main")?.tests).toEqual([
      "model__id_in_shop__customers_id",
    ]);
  });

  test("leave out comparisons that compute a model again", () => {
    const base = staging("base", { columns: { day: t.date() }, sql: sql`select date '2026-01-01' as day` });
    const daily = mart("daily", {
      columns: { day: t.date() },
      grain: ["day"],
      materialize: incremental({ period: "day", recompute: "3 days" }),
      sql: sql`select day from ${base} group by 1`,
    });
    const { plan, model } = planOf(pipeline("main", { ...hourly, outputs: [daily] }), base, daily);
    expect(model("daily")?.lateChanges).toMatchObject({ fullName: "daily__full_comparison", suspects: null });
    expect(plan.selectors.find(({ name }) => name === "main")?.isWithoutComparisons).toBe(true);
  });
});

test("a plan for dbt survives JSON", () => {
  const daily = mart("daily", {
    columns: { day: t.date() },
    grain: ["day"],
    materialize: incremental({ period: "day", recompute: "2 months" }),
    sql: sql`select 1`,
  });
  const { plan } = planOf(shop, daily, show("board", daily));
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});
