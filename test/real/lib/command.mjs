// Programs that run to their end. Each is the leader of a process group of its own, so that an interrupted run
// can end it with everything it started.
import { spawn } from "node:child_process";

const running = new Set();

/** What a text ends with, for a failure message. */
export const tailOf = (text, lines = 30) => text.trimEnd().split("\n").slice(-lines).join("\n");

/**
 * Runs a program and collects what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, input?: string, seconds?: number }} [options]
 *   `env` is laid over the environment of this process; an `undefined` value removes a name. `seconds`: default 900.
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function run(program, args, options = {}) {
  const { env = {}, cwd, input = "", seconds = 900 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, detached: true });
    const output = { stdout: [], stderr: [] };
    running.add(child.pid);
    const timer = setTimeout(() => {
      output.stderr.push(Buffer.from(`\nstopped after ${seconds} s\n`));
      killGroup(child.pid, "SIGKILL");
    }, seconds * 1000);
    child.stdout.on("data", (chunk) => output.stdout.push(chunk));
    child.stderr.on("data", (chunk) => output.stderr.push(chunk));
    child.on("error", (error) => {
      clearTimeout(timer);
      running.delete(child.pid);
      reject(new Error(`${program} does not start: ${error.message}`));
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      running.delete(child.pid);
      const text = (chunks) => Buffer.concat(chunks).toString("utf8");
      resolve({ code: code ?? 1, stdout: text(output.stdout), stderr: text(output.stderr) });
    });
    child.stdin.on("error", () => {}); // A program may end before it has read its input.
    child.stdin.end(input);
  });
}

/** Like `run`, but anything other than exit code 0 is an error that shows the end of the output. Gives stdout. */
export async function mustRun(program, args, options = {}) {
  const { code, stdout, stderr } = await run(program, args, options);
  if (code === 0) return stdout;
  throw new Error(`${program} ${args.join(" ")}\nended with ${code}:\n${tailOf(`${stdout}\n${stderr}`)}`);
}

/** Sends a signal to a process group; a group that is gone is no error. */
export function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Ends every program that is still running. */
export function killRunning() {
  for (const pid of running) killGroup(pid, "SIGKILL");
}
