// Runs of DAGs, from outside: start, wait, look at the tasks and their logs.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "../lib/service.mjs";

const SECONDS = 900;
const OPEN = ["queued", "running"];

/** Switches a DAG on. */
export const switchOn = ({ airflow }, dag) => airflow.unpause(dag);

/**
 * Waits for the end of the oldest run for which `isWanted` holds, once there is one. A DAG that is switched on begins
 * a run by itself where its schedule has missed a time.
 */
export async function firstRun(world, dag, isWanted = () => true) {
  let found;
  await waitUntil(`a run of ${dag} begins`, SECONDS, async () => {
    found = (await world.airflow.runs(dag)).find(isWanted);
    return found !== undefined;
  });
  return endOf(world, dag, found.dag_run_id);
}

/** Runs of a DAG that have not ended. */
export const openRuns = async ({ airflow }, dag) =>
  (await airflow.runs(dag)).filter(({ state }) => OPEN.includes(state));

/** Waits until no run of a DAG is left. */
export const atRest = (world, dag) =>
  waitUntil(`${dag} is at rest`, SECONDS, async () => (await openRuns(world, dag)).length === 0);

/** Starts a run and waits for its end. */
export async function runDag(world, dag, { conf = {}, body = {} } = {}) {
  const wanted = { logical_date: null, conf, ...body };
  const { dag_run_id: run } = await world.airflow.call("POST", `/dags/${dag}/dagRuns`, wanted);
  return endOf(world, dag, run);
}

/** Clears tasks of a run with all that follows them, and waits for the end of the run. */
export async function clearTasks(world, { dag, run }, tasks) {
  await world.airflow.call("POST", `/dags/${dag}/clearTaskInstances`, {
    dag_run_id: run,
    task_ids: tasks,
    include_downstream: true,
    only_failed: false,
    dry_run: false,
  });
  return endOf(world, dag, run);
}

/** The end of a run: its state, and the states of its tasks by id; mapped instances are joined by a comma. */
export async function endOf(world, dag, run) {
  const { airflow } = world;
  let state = "";
  await waitUntil(`run ${run} of ${dag} ends`, SECONDS, async () => {
    ({ state } = await airflow.call("GET", `/dags/${dag}/dagRuns/${encodeURIComponent(run)}`));
    return !OPEN.includes(state);
  });
  const instances = await airflow.tasks(dag, run);
  const tasks = {};
  for (const { task_id: id, state: found } of instances)
    tasks[id] = id in tasks ? `${tasks[id]},${found}` : found;
  const sorted = Object.entries(tasks).sort(([a], [b]) => (a < b ? -1 : 1));
  return { dag, run, state, tasks: Object.fromEntries(sorted) };
}

/** What a task logged, each try by itself; nothing before it begins. */
export function logOf({ runtime }, { dag, run }, task) {
  const folder = join(runtime.folder, "airflow", "logs", `dag_id=${dag}`, `run_id=${run}`, `task_id=${task}`);
  if (!existsSync(folder)) return [];
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
  const { value } = await airflow.call("GET", path);
  return typeof value === "string" ? JSON.parse(value) : value;
}

/** Events of an asset, the newest first. */
export async function eventsOf({ airflow }, name) {
  const { id } = (await airflow.assets()).find((asset) => asset.name === name) ?? {};
  if (id === undefined) throw new Error(`Airflow knows no asset ${name}`);
  let events;
  // Airflow 3.3.2 answers 500 while a run that one of them started is still queued: its start is null in the answer.
  await waitUntil(`Airflow lists the events of ${name}`, SECONDS, async () => {
    const path = `/assets/events?asset_id=${id}&order_by=-timestamp&limit=100`;
    events = (await airflow.call("GET", path)).asset_events;
    return true;
  });
  return events;
}
