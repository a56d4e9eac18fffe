// Runs the compiler's output on the real systems: `node test/real/run.mjs [--lane a,b] [--keep] [--list]`.
// A lane that cannot run counts as failed: nothing is skipped.
import { parseArgs } from "node:util";
import { lanes } from "./lanes/index.mjs";
import { laneContext } from "./lib/context.mjs";
import { secondsSince } from "./lib/report.mjs";
import { openRuntime } from "./lib/runtime.mjs";
import { parts } from "./parts/index.mjs";

const say = (text) => process.stdout.write(`${text}\n`);

const { values: options } = parseArgs({
  options: { lane: { type: "string" }, keep: { type: "boolean" }, list: { type: "boolean" } },
});

/** Runs one lane and gives its results; a lane that breaks off gives one more, failed. */
async function runLane(lane, { runtime, start }) {
  const began = Date.now();
  say(`\n${lane.name}: ${lane.summary}`);
  const context = laneContext(runtime, lane.name);
  try {
    await Promise.all(lane.needs.map(start));
    await lane.run(context);
    if (context.results.length === 0) throw new Error("it made no check");
  } catch (error) {
    say(`\n!!! LANE ${lane.name} DID NOT RUN TO ITS END: ${error.message}\n`);
    context.results.push({ name: "runs to its end", failure: error.message });
  }
  const failures = context.results.filter(({ failure }) => failure !== undefined).length;
  const passed = context.results.length - failures;
  say(`${lane.name}: ${passed} passed, ${failures} failed in ${secondsSince(began)} s`);
  return { name: lane.name, passed, failures };
}

async function main() {
  if (options.list) {
    for (const { name, summary, needs } of lanes) say(`${name}: ${summary} (needs ${needs.join(", ")})`);
    return 0;
  }
  const wanted =
    options.lane?.split(",") ?? lanes.filter(({ onDemand }) => !onDemand).map(({ name }) => name);
  const unknown = wanted.filter((name) => !lanes.some((lane) => lane.name === name));
  if (unknown.length > 0) {
    say(`no lane ${unknown.join(", ")}; there are ${lanes.map(({ name }) => name).join(", ")}`);
    return 2;
  }

  // Whoever reads the output may go away before the services are stopped.
  process.stdout.on("error", () => {});
  for (const { name, onDemand } of lanes)
    if (onDemand && !wanted.includes(name))
      say(`!!! NOT PART OF THIS RUN: lane ${name}, ${onDemand}; run it with --lane ${name}`);

  const began = Date.now();
  const session = await openRuntime(parts);
  let stopping;
  const stop = (how) => {
    stopping ??= session.stop(how);
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      say(`\n${signal}: stopping`);
      await stop({ keepLogs: true });
      process.exit(1);
    });
  }

  process.on("uncaughtException", async (error) => {
    say(`\nthe runner itself failed: ${error.stack}`);
    // What cannot be stopped must not keep the runner in this handler for ever.
    await stop({ keepLogs: true }).catch(() => undefined);
    process.exit(1);
  });

  const outcomes = [];
  try {
    const run = lanes.filter(({ name }) => wanted.includes(name));
    for (const [index, lane] of run.entries()) {
      if (!options.keep) await session.keepOnly(run.slice(index).flatMap(({ needs }) => needs));
      outcomes.push(await runLane(lane, session));
    }
  } finally {
    const failed = outcomes.some(({ failures }) => failures > 0);
    if (options.keep) {
      say(`\nkept running, in ${session.runtime.folder}: ${JSON.stringify(session.runtime.ports)}`);
      say(`stop with: for f in ${session.runtime.folder}/run/*.pid; do kill -- -$(cat $f); done`);
    } else {
      say("");
      await stop({ keepLogs: failed });
      if (failed) say(`  logs: ${session.runtime.folder}/log`);
    }
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  say(`\n${secondsSince(began)} s in all`);
  say(`${sum("passed")} passed, ${sum("failures")} failed`);
  return sum("failures") === 0 ? 0 : 1;
}

process.exit(await main());
