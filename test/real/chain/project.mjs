// An emitted project on the services: its tasks, its dbt, and what the DAG of its source does in one run.
import { join } from "node:path";
import { dbtRunner } from "../clients/dbt.mjs";
import { bindingsOf } from "../lib/bindings.mjs";
import { openTasks } from "./tasks.mjs";

const SOURCE_DAG = "shop__source__shop";
const BARRIER = "wait_for_changes";
const BARRIER_SECONDS = 600;

async function inTries(left, work) {
  try {
    return await work();
  } catch (error) {
    if (left === 1) throw error;
    process.stdout.write(`  once more, since: ${error.message.slice(-1000)}\n`);
    return inTries(left - 1, work);
  }
}

/**
 * @param {object} runtime
 * @param {{ name: string, folder: string }} project
 * @param {string} label of its log and of the copy in which dbt works
 */
export function openProject(runtime, project, label) {
  const environment = runtime.parts["dbt-environment"];
  const copy = join(runtime.folder, "chain", `dbt-${label}`);
  const { dbt } = dbtRunner(environment, join(project.folder, "dbt"), copy, bindingsOf(runtime, project));
  const tasks = openTasks(runtime, project, `chain-${label}`);
  return {
    project,
    tasks,
    dbt,
    arrived: () => tasks.wait(SOURCE_DAG, BARRIER, BARRIER_SECONDS),
    recordEnds: (known) => tasks.runTask(SOURCE_DAG, "record_snapshot_ends", { given: { [BARRIER]: known } }),
    // As the emitted tasks call it, and tried again as Airflow does: Trino's catalog meets dead connections after a
    // restart of PostgreSQL. What is wrong stays wrong in every try.
    build: async (selector) =>
      inTries(await tasks.triesOf(SOURCE_DAG, "build"), () =>
        dbt(["build", "--exclude-resource-type", "unit_test", "--selector", selector]),
      ),
    health: (task) => tasks.runTask("shop__connect_health", task),
  };
}
