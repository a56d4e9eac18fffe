import { describe, expect, test } from "vitest";
import { cron, mart, onNewData, pipeline, sql, t } from "../../../../../dsl/index.ts";
import {
  airflowOf,
  argumentOf,
  customersByCountry,
  dagOf,
  everything,
  people,
  revenue,
  revenueByDay,
  spec,
  taskOf,
} from "../night.ts";

const night = dagOf(airflowOf(), "demo__night");

describe("the DAG of a pipeline", () => {
  test("builds between steps, and looks before a step whether its inputs are good", () => {
    expect(night.tasks.map(({ id }) => id)).toEqual([
      "build_1",
      "announce_morning",
      "announce_people",
      "announce_revenue",
      "announce_revenue_by_day",
      "ready_score",
      "run_score",
      "build_2",
      "announce_tell_warehouse",
    ]);
    expect(night.edges.filter(([, to]) => !to.startsWith("announce_"))).toEqual([
      ["build_1", "build_2"],
      ["build_1", "ready_score"],
      ["ready_score", "run_score"],
      ["run_score", "build_2"],
    ]);
    expect(argumentOf(taskOf(night, "build_2"), "after")).toEqual(["build_1"]);
    expect(argumentOf(taskOf(night, "build_2"), "steps")).toEqual(["run_score"]);
    expect(argumentOf(taskOf(night, "ready_score"), "needs")).toEqual({ build_1: ["customers_by_country"] });
  });

  test("announces a table that several read alone, and one of a single output with it", () => {
    expect(taskOf(night, "announce_revenue_by_day").outlets).toEqual(["demo.marts.revenue_by_day"]);
    expect(taskOf(night, "announce_revenue").outlets).toEqual([]);
    expect(taskOf(night, "announce_people").outlets).toEqual(["demo.marts.customers_by_country"]);
    expect(taskOf(night, "announce_tell_warehouse").outlets).toEqual(["demo.marts.best_countries"]);
  });

  test("tells an announcement what it needs, whose age counts, and who waits", () => {
    const task = taskOf(night, "announce_revenue_by_day");
    expect(argumentOf(task, "needs")).toEqual({ build_1: ["revenue_by_day"] });
    expect(argumentOf(task, "as_of_inputs")).toEqual(["demo.shop.orders"]);
    expect(argumentOf(task, "waiting")).toEqual([
      "dashboard Revenue",
      "report Revenue of yesterday to bucket mornings, ceo@example.com, sales@example.com",
    ]);
    expect(argumentOf(task, "file")).toBe("pipeline.ts");
  });

  test("starts on its inputs and at its times", () => {
    expect(night.schedule).toEqual({
      kind: "assets",
      assets: ["demo.shop.customers", "demo.shop.orders"],
      every: "any",
      or: { expressions: ["0 * * * *"], zone: "Africa/Nairobi" },
    });
    const at = (schedule: typeof spec.schedule) =>
      dagOf(airflowOf([...everything, pipeline("night", { ...spec, schedule })]), "demo__night").schedule;
    expect(at(cron("5 4 * * *", { zone: "UTC" }))).toEqual({
      kind: "times",
      times: { expressions: ["5 4 * * *"], zone: "UTC" },
    });
    expect(at([cron("5 4 * * *", { zone: "UTC" }), cron("5 16 * * *", { zone: "UTC" })])).toEqual({
      kind: "times",
      times: { expressions: ["5 4 * * *", "5 16 * * *"], zone: "UTC" },
    });
    // An event may be lost, so new data alone also starts hourly.
    expect(at(onNewData())).toMatchObject({
      kind: "assets",
      or: { expressions: ["0 * * * *"], zone: "UTC" },
    });
  });

  test("has one task a model where the pipeline asks for it", () => {
    const dag = dagOf(
      airflowOf([...everything, pipeline("night", { ...spec, granularity: "model" })]),
      "demo__night",
    );
    expect(dag.edges).toContainEqual(["build_customers_by_country", "ready_score"]);
    expect(dag.edges).toContainEqual(["run_score", "build_best_countries"]);
    expect(argumentOf(taskOf(dag, "build_revenue_by_day"), "selector")).toBe("night__revenue_by_day");
  });

  test("waits on the tables of another pipeline", () => {
    const growth = mart("growth", {
      columns: { day: t.date(), revenue: t.decimal(38, 2) },
      grain: ["day"],
      sql: sql`select * from ${revenueByDay}`,
    });
    const plan = airflowOf([
      ...everything,
      growth,
      pipeline("night", { ...spec, outputs: [...spec.outputs, revenueByDay] }),
      pipeline("growth", { owner: "a@example.com", schedule: onNewData(), outputs: [growth] }),
    ]);
    expect(dagOf(plan, "demo__growth").schedule).toMatchObject({ assets: ["demo.marts.revenue_by_day"] });
    expect(taskOf(dagOf(plan, "demo__night"), "announce_revenue_by_day").outlets).toEqual([
      "demo.marts.revenue_by_day",
    ]);
  });

  test("keeps its id when the pipeline is renamed", () => {
    const plan = airflowOf([...everything, pipeline("evening", { ...spec, movedFrom: "night" })]);
    expect(plan.dags.map(({ id }) => id)).toContain("demo__night");
  });

  test("keeps text of the user out of templates, and secrets out of files", () => {
    const step = taskOf(night, "run_score");
    expect(argumentOf(step, "bash_command")).toEqual({
      kind: "call",
      name: "airflow.sdk.literal",
      args: ["score {{ all }}"],
      kwargs: [],
    });
    expect(argumentOf(step, "env")).toEqual({ KEY: "{{ conn.odp_science.password }}", MODE: "x" });
    expect(argumentOf(step, "append_env")).toBe(true);
  });

  test("is missing where a pipeline builds nothing", () => {
    const plan = airflowOf([
      ...everything,
      pipeline("night", spec),
      pipeline("empty", { ...spec, outputs: [people] }),
    ]);
    expect(plan.dags.map(({ id }) => id)).not.toContain("demo__empty");
  });

  test("prefers an output's own name, and names its kind where a table has it too", () => {
    expect(night.tasks.map(({ id }) => id)).toContain("announce_people");
    const named = mart("people", {
      columns: { country: t.varchar() },
      grain: ["country"],
      sql: sql`select country from ${customersByCountry}`,
    });
    const plan = airflowOf([
      ...everything,
      named,
      pipeline("night", { ...spec, outputs: [revenue, people, named] }),
    ]);
    const ids = dagOf(plan, "demo__night").tasks.map(({ id }) => id);
    expect(ids).toContain("announce_people");
    expect(ids).toContain("announce_people_dashboard");
  });
});
