// A project with a DAG of each kind, for tests of what its DAGs are.

import type { AirflowPlan, DagPlan, TaskPlan } from "../../../../compiler/plan/airflow.ts";
import { lowerAirflow } from "../../../../compiler/plan/lower/airflow.ts";
import { capturedTables } from "../../../../compiler/plan/lower/airflow-context.ts";
import { lowerDbt } from "../../../../compiler/plan/lower/dbt.ts";
import { lowerSources } from "../../../../compiler/plan/lower/sources.ts";
import {
  action,
  bucket,
  chart,
  cron,
  daily,
  dashboard,
  defineConfig,
  email,
  external,
  incremental,
  mart,
  metric,
  onNewData,
  pg,
  pipeline,
  postgres,
  report,
  run,
  secret,
  sql,
  step,
  t,
} from "../../../../dsl/index.ts";
import type { PipelineSpec } from "../../../../dsl/pipeline.ts";
import { graphOf } from "../../project.ts";

export const config = defineConfig({
  project: "demo",
  warehouse: "file:///warehouse",
  alerts: { email: ["platform@example.com"], via: secret("smtp"), from: "odp@example.com" },
});

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    customers: { id: pg.bigint().primaryKey(), country: pg.text() },
    orders: { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2), created_at: pg.timestamptz() },
    unread: { id: pg.bigint().primaryKey() },
  },
  allowLoss: ["infinity", "nan"],
});

export const revenueByDay = mart("revenue_by_day", {
  columns: { day: t.date(), revenue: t.decimal(38, 2) },
  grain: ["day"],
  materialize: incremental({ period: "day", recompute: "30 days", zone: "UTC" }),
  sql: sql`select cast(created_at as date) as day, sum(total) as revenue from ${shop.orders} group by 1`,
});

export const customersByCountry = mart("customers_by_country", {
  columns: { country: t.varchar(), customers: t.bigint() },
  grain: ["country"],
  sql: sql`select country, count(*) as customers from ${shop.customers} group by 1`,
});

const scores = external("scores", {
  schema: "science",
  columns: { country: t.varchar(), score: t.double() },
  landedBy: "the step score",
  freshWithin: "1d",
});

export const score = step("score", {
  run: run.shell("score {{ all }}", { env: { KEY: secret("science"), MODE: "x" } }),
  reads: [customersByCountry],
  writes: [scores],
});

export const bestCountries = mart("best_countries", {
  columns: { country: t.varchar(), score: t.double() },
  grain: ["country"],
  sql: sql`select s.country, s.score from ${scores} as s inner join ${customersByCountry} as c on s.country = c.country`,
});

export const revenue = dashboard("revenue", {
  title: "Revenue",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(revenueByDay.revenue) })]],
});

export const people = dashboard("people", {
  title: "People",
  rows: [[chart.bigNumber({ title: "People", metric: metric.sum(customersByCountry.customers) })]],
});

export const morning = report("morning", {
  title: "Revenue of yesterday",
  sql: sql`select * from ${revenueByDay}`,
  attach: "csv",
  whenEmpty: "send",
  to: [
    email({ to: ["sales@example.com"], via: secret("smtp") }),
    bucket({ path: "mornings" }),
    email({ to: ["ceo@example.com"], via: secret("smtp") }),
  ],
  schedule: daily("06:00", { zone: "Africa/Nairobi" }),
});

export const tellWarehouse = action("tell_warehouse", {
  title: "Tell",
  file: "action.ts",
  reads: [bestCountries],
});

export const spec: PipelineSpec = {
  owner: "data@example.com",
  schedule: [cron("0 * * * *", { zone: "Africa/Nairobi" }), onNewData({ pollEvery: "30s" })],
  outputs: [revenue, people, morning, tellWarehouse],
  deadline: "90m",
  alerts: [{ on: "failure", email: ["oncall@example.com"] }],
};

export const everything = [
  shop,
  revenueByDay,
  customersByCountry,
  scores,
  score,
  bestCountries,
  revenue,
  people,
  morning,
  tellWarehouse,
];

/** The plan of Airflow for some declarations; without any, for all of the above. */
export function airflowOf(
  declarations: readonly unknown[] = [...everything, pipeline("night", spec)],
): AirflowPlan {
  const graph = graphOf(declarations, { config, files: { "action.ts": "export async function main() {}" } });
  if (graph.problems.length > 0) throw new Error(JSON.stringify(graph.problems));
  const { sources, operations } = lowerSources(graph);
  const captured = capturedTables(sources);
  return lowerAirflow({
    graph,
    project: graph.config.project,
    sources,
    captured,
    dbt: lowerDbt(graph),
    operations,
  });
}

export function dagOf(plan: AirflowPlan, id: string): DagPlan {
  const found = plan.dags.find((dag) => dag.id === id);
  if (found === undefined) throw new Error(`no DAG ${id} among ${plan.dags.map((dag) => dag.id).join(", ")}`);
  return found;
}

export function taskOf(dag: DagPlan, id: string): TaskPlan {
  const found = dag.tasks.find((task) => task.id === id);
  if (found === undefined)
    throw new Error(`no task ${id} among ${dag.tasks.map((task) => task.id).join(", ")}`);
  return found;
}

/** An argument of a task, or of its callable. */
export function argumentOf(task: TaskPlan, name: string): unknown {
  const given = task.args.find(([key]) => key === name)?.[1];
  if (given !== undefined) return plain(given);
  const kwargs = task.args.find(([key]) => key === "op_kwargs")?.[1];
  const found =
    typeof kwargs === "object" && kwargs !== null && "kind" in kwargs && kwargs.kind === "dict"
      ? kwargs.entries.find(([key]) => key === name)?.[1]
      : undefined;
  return plain(found);
}

/** Dicts as objects, calls as text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || !("kind" in value)) return value;
  if (value.kind === "dict" && "entries" in value && Array.isArray(value.entries))
    return Object.fromEntries(value.entries.map(([key, item]) => [key, plain(item)]));
  return value;
}
