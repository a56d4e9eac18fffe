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
  const failed = new Map();
  const started = [];
  let stopping = false;

  async function start(name) {
    if (name in runtime.parts) return;
    if (stopping) throw new Error("the run is being stopped");
    // A part that failed once fails every lane that needs it, without another wait.
    if (failed.has(name)) throw failed.get(name);
    const part = registry.find((candidate) => candidate.name === name);
    if (part === undefined) throw new Error(`there is no part ${name}`);
    for (const need of part.needs) await start(need);
    try {
      runtime.parts[name] = await timed(`start ${name}`, () => part.start(runtime));
      started.push(name);
    } catch (error) {
      failed.set(name, new Error(`${name} does not start: ${error.message}`));
      throw failed.get(name);
    }
  }

  return {
    runtime,
    start,
    /** @param {{ keepLogs: boolean }} how whether the logs stay; the data go in any case. */
    async stop({ keepLogs }) {
      stopping = true;
      for (const name of started.reverse()) {
        const { stop } = runtime.parts[name];
        if (stop !== undefined) await timed(`stop ${name}`, () => stop());
      }
      await stopServices();
      killRunning();
      for (const entry of readdirSync(folder)) {
        if (entry !== LOGS || !keepLogs) rmSync(join(folder, entry), { recursive: true, force: true });
      }
      if (!keepLogs) rmSync(folder, { recursive: true, force: true });
    },
  };
}
