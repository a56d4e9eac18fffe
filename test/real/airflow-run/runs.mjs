// Runs of DAGs, from outside: start, wait, look at the tasks and their logs.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntil } from "../lib/service.mjs";

const SECONDS = 420;
const OPEN = ["queued", "running"];

/** Airflow's database is one file here: a call that meets a lock is made again. */
export async function patiently(call, tries = 5) {
  for (let left = tries; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      if (left === 1 || !/: 500 /.test(error.message)) throw error;
      await sleep(2000);
    }
  }
}

/** Switches a DAG on and waits until the runs that this starts have ended. */
export async function switchOn({ airflow }, dag) {
  await patiently(() => airflow.unpause(dag));
  await sleep(3000);
  await waitUntil(`${dag} is at rest`, SECONDS, async () => {
    const runs = await patiently(() => airflow.runs(dag));
    return runs.every(({ state }) => !OPEN.includes(state));
  });
}

/** Starts a run and waits for its end. */
export async function runDag(world, dag, { conf = {}, body = {} } = {}) {
  const { airflow } = world;
  const { dag_run_id: run } = await patiently(() =>
    airflow.call("POST", `/dags/${dag}/dagRuns`, { logical_date: null, conf, ...body }),
  );
  return endOf(world, dag, run);
}

/** Clears tasks of a run with all that follows them, and waits for the end of the run. */
export async function clearTasks(world, { dag, run }, tasks) {
  await patiently(() =>
    world.airflow.call("POST", `/dags/${dag}/clearTaskInstances`, {
      dag_run_id: run,
      task_ids: tasks,
      include_downstream: true,
      only_failed: false,
      dry_run: false,
    }),
  );
  await sleep(2000);
  return endOf(world, dag, run);
}

/** The end of a run: its state, and the states of its tasks by id; mapped instances are joined by a comma. */
export async function endOf(world, dag, run) {
  const { airflow } = world;
  let state = "";
  await waitUntil(`run ${run} of ${dag} ends`, SECONDS, async () => {
    ({ state } = await patiently(() =>
      airflow.call("GET", `/dags/${dag}/dagRuns/${encodeURIComponent(run)}`),
    ));
    return !OPEN.includes(state);
  });
  const instances = await patiently(() => airflow.tasks(dag, run));
  const tasks = {};
  for (const { task_id: id, state: found } of instances)
    tasks[id] = id in tasks ? `${tasks[id]},${found}` : found;
  const sorted = Object.entries(tasks).sort(([a], [b]) => (a < b ? -1 : 1));
  return { dag, run, state, tasks: Object.fromEntries(sorted) };
}

/** What a task logged, all tries together. */
export function logOf({ runtime }, { dag, run }, task) {
  const folder = join(runtime.folder, "airflow", "logs", `dag_id=${dag}`, `run_id=${run}`, `task_id=${task}`);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".log"));
  return files.sort().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Throws unless the run succeeded; shows the errors of its failed tasks. */
export function expectSuccess(world, end) {
  if (end.state === "success") return;
  const failed = Object.keys(end.tasks).filter((task) => /failed/.test(end.tasks[task]));
  const errors = failed.flatMap((task) => [`${task}:`, ...errorsIn(logOf(world, end, task))]);
  throw new Error(`${end.dag} is ${end.state}: ${JSON.stringify(end.tasks)}\n${errors.join("\n")}`);
}

/** Messages of the exceptions in some logs. */
export function errorsIn(logs) {
  return logs.flatMap((log) =>
    log.split("\n").flatMap((line) => {
      try {
        return (JSON.parse(line).error_detail ?? []).map((error) => `${error.exc_type}: ${error.exc_value}`);
      } catch {
        return [];
      }
    }),
  );
}

/** What a task gave to others. */
export async function resultOf({ airflow }, { dag, run }, task, key = "return_value") {
  const path = `/dags/${dag}/dagRuns/${encodeURIComponent(run)}/taskInstances/${task}/xcomEntries/${key}`;
  const { value } = await patiently(() => airflow.call("GET", path));
  return typeof value === "string" ? JSON.parse(value) : value;
}

/** Events of an asset, the newest first. */
export async function eventsOf({ airflow }, name) {
  const assets = await patiently(() => airflow.assets());
  const { id } = assets.find((asset) => asset.name === name) ?? {};
  if (id === undefined) throw new Error(`Airflow knows no asset ${name}`);
  const path = `/assets/events?asset_id=${id}&order_by=-timestamp&limit=100`;
  return (await patiently(() => airflow.call("GET", path))).asset_events;
}
