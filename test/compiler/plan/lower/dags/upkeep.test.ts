import { describe, expect, test } from "vitest";
import { lowerSources } from "../../../../../compiler/plan/lower/sources.ts";
import { pipeline } from "../../../../../dsl/index.ts";
import { graphOf } from "../../../project.ts";
import { airflowOf, argumentOf, config, dagOf, everything, spec, taskOf } from "../night.ts";

const plan = airflowOf();

describe("the DAG of backfills", () => {
  const dag = dagOf(plan, "demo__backfill");

  test("takes models with periods, and outputs that need them", () => {
    expect(argumentOf(taskOf(dag, "plan_steps"), "targets")).toEqual({
      morning: ["backfill__revenue_by_day"],
      revenue: ["backfill__revenue_by_day"],
      revenue_by_day: ["backfill__revenue_by_day"],
    });
  });

  test("writes alone: one step at a time, with the whole pool", () => {
    const build = taskOf(dag, "build_periods");
    expect(argumentOf(build, "max_active_tis_per_dagrun")).toBe(1);
    expect(argumentOf(build, "pool_slots")).toBe(plan.pools.find(({ name }) => name === "demo_dbt")?.slots);
    expect(build.expand).toEqual([["op_kwargs", { kind: "output", task: "plan_steps" }]]);
  });

  test("compares on request, after a dry run too", () => {
    const compare = taskOf(dag, "compare");
    const test = { model: "revenue_by_day", test: "revenue_by_day__full_comparison", period: "day" };
    expect(argumentOf(compare, "comparisons")).toMatchObject({ morning: [test], revenue_by_day: [test] });
    expect(argumentOf(compare, "trigger_rule")).toMatchObject({ name: "TriggerRule.NONE_FAILED" });
    expect(dag.edges).toContainEqual(["build_periods", "compare"]);
  });
});

describe("the DAG of maintenance", () => {
  const dag = dagOf(plan, "demo__maintenance");

  test("compacts changelogs only where the sink no longer writes", () => {
    const statements = (id: string) => JSON.stringify(argumentOf(taskOf(dag, id), "sql"));
    expect(statements("keep_shop_bronze_orders")).toContain("where _kafka_timestamp < current_date");
    expect(statements("keep_marts_revenue_by_day")).not.toContain("_kafka_timestamp");
  });

  test("removes orphans only behind the gate of Sundays", () => {
    const orphans = dag.tasks.map(({ id }) => id).filter((id) => id.startsWith("orphans_"));
    expect(orphans.length).toBeGreaterThan(5);
    for (const id of orphans) expect(dag.edges).toContainEqual(["on_sundays", id]);
  });
});

describe("the DAG of provisioning", () => {
  const dag = dagOf(plan, "demo__provision");

  test("has a task and the edges of every operation", () => {
    const { operations } = lowerSources(graphOf([...everything, pipeline("night", spec)], { config }));
    expect(dag.tasks.length).toBe(operations.length);
    expect(dag.edges.length).toBe(operations.flatMap(({ after }) => after).length);
  });

  test("sends connectors as data that no template can change", () => {
    expect(argumentOf(taskOf(dag, "sink_shop"), "data")).toMatchObject({
      name: "airflow.sdk.literal",
      args: [{ name: "json.dumps" }],
    });
  });
});

describe("the DAG of the connectors' health", () => {
  test("looks at every connector, and at the progress of every source", () => {
    const dag = dagOf(plan, "demo__connect_health");
    expect(dag.tasks.map(({ id }) => id)).toEqual(["check_shop_sink", "check_shop_source", "progress_shop"]);
    expect(argumentOf(taskOf(dag, "progress_shop"), "late_seconds")).toBe(600);
  });
});
