// One container of OpenWhisk: the runtime in a child process, with a time limit and the limit of a result.
import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RUNTIME = fileURLToPath(new URL("./runtime.mjs", import.meta.url));
const END = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";
const LARGEST_RESULT = 1024 * 1024;

/**
 * Starts a container and loads an action into it.
 * @param {{ main: string, code: string, binary: boolean }} action
 * @param {{ timeout: number, memory: number }} limits milliseconds and megabytes
 */
export async function startContainer(action, limits) {
  const folder = mkdtempSync(join(tmpdir(), "odp-action-"));
  // Node gives half of a container's memory to old objects.
  const heap = Math.floor(limits.memory / 2);
  const child = fork(RUNTIME, [], {
    cwd: folder,
    silent: true,
    env: { PATH: process.env.PATH },
    execArgv: [`--max-old-space-size=${heap}`],
  });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  const ended = new Promise((done) => child.once("exit", done));
  const { port } = await new Promise((done, failed) => {
    child.once("message", done);
    child.once("exit", (code) => failed(new Error(`the runtime ended with ${code}: ${output.err}`)));
  });
  const post = async (path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const container = {
    isBusy: false,
    pid: child.pid,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** Most memory that it ever had, in megabytes. */
    peakMegabytes: () =>
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    kill: () => child.kill("SIGKILL"),
    async stop() {
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
    /** Runs the action once; gives the response as an activation holds it, and the lines of its log. */
    async run(value, meta) {
      const timer = setTimeout(() => child.kill("SIGKILL"), limits.timeout);
      const began = Date.now();
      try {
        const answer = await post("/run", { value, ...meta, deadline: String(began + limits.timeout) });
        return { ...response(answer), logs: takeLogs(output) };
      } catch {
        await ended;
        const isLate = Date.now() - began >= limits.timeout;
        const error = isLate
          ? `The action exceeded its time limits of ${limits.timeout} milliseconds.`
          : "The action did not produce a valid response and exited unexpectedly.";
        return { ...developerError(error), logs: takeLogs(output), isLate };
      } finally {
        clearTimeout(timer);
      }
    },
  };
  const initialized = await post("/init", { value: { name: "action", ...action } });
  if (initialized.status === 200) return { container };
  await container.stop();
  return { failure: { ...response(initialized), logs: takeLogs(output) } };
}

function response({ status, text }) {
  if (status !== 200) return developerError(JSON.parse(text).error);
  const size = Buffer.byteLength(text);
  if (size > LARGEST_RESULT)
    return developerError(
      `The action produced a response that exceeded the allowed length: ${size} > ${LARGEST_RESULT} bytes.`,
    );
  const result = JSON.parse(text);
  const isError = result !== null && "error" in result;
  return isError
    ? { result, size, status: "application error", success: false }
    : { result, size, status: "success", success: true };
}

function developerError(error) {
  return { result: { error }, status: "action developer error", success: false };
}

/** Both streams end with the mark after every run; a container that was killed wrote none. */
function takeLogs(output) {
  const lines = [...output.out.split("\n"), ...output.err.split("\n")].filter((line) => line !== "");
  const logs = lines.filter((line) => line !== END);
  output.marks = lines.length - logs.length;
  output.out = "";
  output.err = "";
  return logs;
}
