// The provision DAG runs exactly the list of operations that `odp deploy` carries out, in the same order.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { load } from "../../../compiler/load/load.ts";
import type { PyValue, TaskPlan } from "../../../compiler/plan/airflow.ts";
import { connection, dag } from "../../../compiler/plan/names.ts";
import type { Operation } from "../../../compiler/plan/operations.ts";
import { disk } from "../../../src/disk.ts";

const ROOT = join(import.meta.dirname, "../../..");

async function planOf(example: string) {
  const { project } = await load({ root: join(ROOT, "examples", example), print: () => undefined }, disk());
  const plan = project && compile(project).plan;
  if (plan === undefined) throw new Error(`${example} does not compile`);
  return plan;
}

const argument = (task: TaskPlan, name: string): PyValue | undefined =>
  task.args.find(([key]) => key === name)?.[1];

/** What a task does, as the operation says it. */
function content(task: TaskPlan): string {
  return JSON.stringify([
    argument(task, "conn_id") ?? argument(task, "http_conn_id") ?? connection.kafka,
    argument(task, "sql") ??
      argument(task, "op_kwargs") ?? [argument(task, "endpoint"), argument(task, "data")],
  ]);
}

/** Everything of an operation that has to stand in its task. */
function pieces(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case "postgres":
      return [operation.connection, ...operation.statements];
    case "trino":
      return [connection.trino, ...operation.statements];
    case "topic":
      return [operation.topic, ...operation.config.flat()];
    case "connector":
      return [`connectors/${operation.name}/config`, ...operation.config.flat()];
  }
}

describe.each(["quickstart", "shop", "multi-team"])("%s", (example) => {
  test("a task for each operation, with all of its content", async () => {
    const plan = await planOf(example);
    const provision = plan.airflow.dags.find(({ id }) => id === dag.provision(plan.config.project));
    const titles = (provision?.tasks ?? []).map((task) => argument(task, "task_display_name"));
    expect(plan.operations.length).toBeGreaterThan(5);
    expect([...titles].sort()).toEqual(plan.operations.map(({ title }) => title).sort());
    for (const operation of plan.operations) {
      const task = provision?.tasks.find((each) => argument(each, "task_display_name") === operation.title);
      const text = task === undefined ? "" : content(task);
      for (const piece of pieces(operation)) expect(text).toContain(JSON.stringify(piece).slice(1, -1));
    }
  });

  test("what has to come first comes first, in the list and in the DAG", async () => {
    const plan = await planOf(example);
    const provision = plan.airflow.dags.find(({ id }) => id === dag.provision(plan.config.project));
    const place = new Map(plan.operations.map(({ id }, index) => [id, index]));
    for (const { id, after } of plan.operations)
      for (const first of after) expect(place.get(first)).toBeLessThan(place.get(id) ?? -1);
    const edges = plan.operations.reduce((count, { after }) => count + new Set(after).size, 0);
    expect(provision?.edges.length).toBe(edges);
  });
});
