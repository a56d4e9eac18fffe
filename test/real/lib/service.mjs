// Programs that stay: started in a process group of their own with a log file and a pid file, stopped by group.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { killGroup, tailOf } from "./command.mjs";

const GRACE_SECONDS = 20;

const living = new Set();

/** Stops every service that is still there: those whose part was interrupted while it started. */
export const stopServices = () => Promise.all([...living].map((service) => service.stop()));

/**
 * Starts a service. Its log is `<folder>/log/<name>.log`, its pid file `<folder>/run/<name>.pid`.
 * @param {string} folder of this run
 * @param {{ name: string, program: string, args: readonly string[], env?: Record<string, string | undefined>, cwd?: string,
 *   stopSignal?: NodeJS.Signals }} service `stopSignal`: what asks for an orderly end, default SIGTERM
 */
export function startService(folder, { name, program, args, env = {}, cwd, stopSignal = "SIGTERM" }) {
  mkdirSync(join(folder, "log"), { recursive: true });
  mkdirSync(join(folder, "run"), { recursive: true });
  const logFile = join(folder, "log", `${name}.log`);
  const pidFile = join(folder, "run", `${name}.pid`);
  const log = openSync(logFile, "a");
  const child = spawn(program, args, {
    cwd: cwd ?? folder,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const state = { ended: "" };
  child.on("error", (error) => {
    state.ended = error.message;
  });
  child.on("exit", (code, signal) => {
    state.ended = `exit ${code ?? signal}`;
  });
  child.unref();
  if (child.pid !== undefined) writeFileSync(pidFile, `${child.pid}\n`);
  const service = {
    name,
    pid: child.pid,
    logFile,
    ended: () => state.ended,
    logTail: (lines) => tailOf(readFileSync(logFile, "utf8"), lines),
    /** Ends it at once, as a crash would. */
    kill: () => killGroup(child.pid, "SIGKILL"),
    async stop() {
      living.delete(service);
      rmSync(pidFile, { force: true });
      if (child.pid === undefined || !killGroup(child.pid, stopSignal)) return;
      for (let waited = 0; waited < GRACE_SECONDS; waited += 0.1) {
        if (!killGroup(child.pid, 0)) return;
        await sleep(100);
      }
      killGroup(child.pid, "SIGKILL");
    },
  };
  living.add(service);
  return service;
}

/**
 * Polls until `probe` answers true. A probe that throws says "not yet". A service that ended meanwhile fails at once.
 * @param {string} what that is waited for, for the message
 * @param {number} seconds at most
 * @param {() => unknown} probe
 * @param {{ ended(): string, logTail(lines?: number): string, name: string }} [service]
 */
export async function waitUntil(what, seconds, probe, service) {
  const until = Date.now() + seconds * 1000;
  let last = "";
  while (Date.now() < until) {
    try {
      if (await probe()) return;
    } catch (error) {
      last = String(error.message ?? error);
    }
    if (service?.ended())
      throw new Error(`${service.name} ended (${service.ended()}):\n${service.logTail()}`);
    await sleep(200);
  }
  const log = service === undefined ? "" : `\n${service.logTail()}`;
  throw new Error(`${what}: not within ${seconds} s${last && ` (last answer: ${last})`}${log}`);
}
