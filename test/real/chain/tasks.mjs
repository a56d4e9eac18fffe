// Tasks of emitted DAG files, run by their own code with their own arguments, in a Python beside the harness.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { connectionsOf } from "../lib/bindings.mjs";
import { killGroup } from "../lib/command.mjs";
import { airflowSettings } from "../parts/airflow.mjs";

const PROGRAM = new URL("./tasks.py", import.meta.url).pathname;

/**
 * @param {object} runtime
 * @param {{ name: string, folder: string }} project
 * @param {string} label of the log file
 */
export function openTasks(runtime, project, label) {
  const home = join(runtime.folder, "chain", label);
  mkdirSync(home, { recursive: true });
  mkdirSync(join(runtime.folder, "log"), { recursive: true });
  const dags = join(project.folder, "airflow", "dags");
  const log = openSync(join(runtime.folder, "log", `${label}.log`), "a");
  const child = spawn(runtime.parts["airflow-environment"].python, ["-B", PROGRAM, dags], {
    env: { ...process.env, ...airflowSettings(home, dags), ...connectionsOf(runtime, project) },
    detached: true,
    stdio: ["pipe", "pipe", log],
  });
  closeSync(log);
  child.stdin.on("error", () => {}); // Whoever asks then hears of the end below.
  const waiting = [];
  let ended = "";
  createInterface(child.stdout).on("line", (line) => waiting.shift()?.resolve(JSON.parse(line)));
  child.on("close", (code) => {
    ended = `the tasks' Python ended with ${code}, see log/${label}.log`;
    for (const { reject } of waiting.splice(0)) reject(new Error(ended));
  });

  function ask(request) {
    if (ended !== "") throw new Error(ended);
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  /** Runs a task once; a failure of the task is an error. */
  async function runTask(dag, task, more = {}) {
    const { error, result } = await ask({ dag, task, ...more });
    if (error !== undefined) throw new Error(`${dag}.${task}: ${error}`);
    return result;
  }

  /** How often Airflow tries a task, by its own settings. */
  const triesOf = (dag, task) => runTask(dag, task, { only: "tries" });

  /** Looks with a sensor until it is done, as Airflow does, only more often; gives what it learned. */
  async function wait(dag, task, seconds) {
    const tries = await triesOf(dag, task);
    const until = Date.now() + seconds * 1000;
    let failures = 0;
    let notes = {};
    while (Date.now() < until) {
      const answer = await ask({ dag, task, notes });
      if (answer.error === undefined) {
        if (answer.done) return answer.result;
        notes = answer.notes;
      } else {
        failures += 1;
        if (failures === tries) throw new Error(`${dag}.${task}: ${answer.error}`);
        notes = {};
      }
      await sleep(300);
    }
    throw new Error(`${dag}.${task}: not done within ${seconds} s; it knows ${JSON.stringify(notes)}`);
  }

  return { runTask, triesOf, wait, stop: () => killGroup(child.pid, "SIGKILL") };
}
