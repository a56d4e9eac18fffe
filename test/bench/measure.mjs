import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PRELOAD = pathToFileURL(fileURLToPath(new URL("usage.mjs", import.meta.url))).href;

/** A folder in memory where there is one: disks of shared machines vary more than what is measured. */
export function scratch(name) {
  return mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), `odp-bench-${name}-`));
}

/** One run of a Node program as a whole process: wall and CPU seconds, peak memory, and what it printed. */
export function once(args, { before } = {}) {
  before?.();
  const folder = mkdtempSync(join(tmpdir(), "odp-usage-"));
  const file = join(folder, "usage.json");
  const start = performance.now();
  const child = spawnSync(process.execPath, ["--import", PRELOAD, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, BENCH_USAGE: file },
  });
  const wall = (performance.now() - start) / 1000;
  const usage = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { cpu: Number.NaN, mebibytes: Number.NaN };
  rmSync(folder, { recursive: true });
  if (child.status !== 0)
    throw new Error(
      `${args.join(" ")} ended with ${child.status}: ${child.stderr.slice(0, 2000)}${child.stdout.slice(0, 500)}`,
    );
  return { wall, ...usage, stdout: child.stdout };
}

/** Medians of several runs after one that does not count. */
export function measure(args, { runs = 5, before } = {}) {
  once(args, { before });
  const all = Array.from({ length: runs }, () => once(args, { before }));
  const stdout = all.at(-1).stdout;
  return {
    wall: median(all.map((run) => run.wall)),
    cpu: median(all.map((run) => run.cpu)),
    mebibytes: median(all.map((run) => run.mebibytes)),
    stdout,
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
