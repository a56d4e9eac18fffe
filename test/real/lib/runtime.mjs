// Starts what the lanes need, each part once, and stops everything in the opposite order, whatever happened.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRunning } from "./command.mjs";
import { choosePorts } from "./ports.mjs";
import { timed } from "./report.mjs";
import { stopServices } from "./service.mjs";

const LOGS = "log";

/** @param {readonly { name: string, needs: readonly string[], start(runtime: object): Promise<object> }[]} registry */
export async function openRuntime(registry) {
  const folder = mkdtempSync(join(tmpdir(), "odp-real-"));
  // The user `postgres` has to reach its data below it.
  chmodSync(folder, 0o755);
  const runtime = { folder, ports: await choosePorts(), parts: {}, databaseOwners: new Map() };
  const starts = new Map();
  const started = [];
  let stopping = false;

  /** A part starts once, whoever asks; one that failed fails every lane that needs it, without another wait. */
  function start(name) {
    if (!starts.has(name)) starts.set(name, begin(name));
    return starts.get(name);
  }

  async function begin(name) {
    const part = registry.find((candidate) => candidate.name === name);
    if (part === undefined) throw new Error(`there is no part ${name}`);
    await Promise.all(part.needs.map(start));
    if (stopping) throw new Error("the run is being stopped");
    try {
      runtime.parts[name] = await timed(`start ${name}`, () => part.start(runtime));
      started.push(name);
    } catch (error) {
      throw new Error(`${name} does not start: ${error.message}`);
    }
  }

  /** A part with everything that it stands on. */
  const withNeeds = (name) => [
    name,
    ...registry.find((part) => part.name === name).needs.flatMap((need) => withNeeds(need)),
  ];

  async function stopParts(names) {
    for (const name of names.toReversed()) {
      const { stop } = runtime.parts[name];
      if (stop !== undefined) await timed(`stop ${name}`, () => stop());
      started.splice(started.indexOf(name), 1);
    }
  }

  return {
    runtime,
    start,
    /** Stops what none of these parts stands on: a service that nobody asks takes time from the others. */
    async keepOnly(wanted) {
      const kept = new Set(wanted.flatMap(withNeeds));
      await stopParts(started.filter((name) => !kept.has(name)));
    },
    /** @param {{ keepLogs: boolean }} how whether the logs stay; the data go in any case. */
    async stop({ keepLogs }) {
      stopping = true;
      await stopParts([...started]);
      await stopServices();
      killRunning();
      for (const entry of readdirSync(folder)) {
        if (entry !== LOGS || !keepLogs) rmSync(join(folder, entry), { recursive: true, force: true });
      }
      if (!keepLogs) rmSync(folder, { recursive: true, force: true });
    },
  };
}
