// Every gate in order: format, lint, types, build, tests, then the lanes against the real systems. Prints the time of
// each and ends with one line that counts all checks. `--quick` leaves the real systems out (npm run check).
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const quick = process.argv.includes("--quick");
const totals = { passed: 0, failed: 0 };
const times = [];

/** Runs a command with its output shown; gives its exit code and what it printed. */
function run(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
    child.on("error", (error) => done({ code: 1, text: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, text }));
  });
}

async function lane(name, work) {
  const start = Date.now();
  console.log(`\n=== ${name}`);
  const { passed, failed } = await work();
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  totals.passed += passed;
  totals.failed += failed;
  times.push(`${name.padEnd(16)} ${seconds.padStart(7)} s  ${passed} passed, ${failed} failed`);
}

const one = async (command, args) => {
  const { code } = await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

await lane("format and lint", () => one("npx", ["--no-install", "biome", "check", "."]));
await lane("types", () => one("npx", ["--no-install", "tsc", "-p", "."]));
await lane("build", () => one(process.execPath, ["src/build.mjs"]));
/** One project of the configuration of vitest. */
const vitest = (project) => async () => {
  const file = join(mkdtempSync(join(tmpdir(), "odp-test-")), "result.json");
  const { code } = await run("npx", [
    "--no-install",
    "vitest",
    "run",
    `--project=${project}`,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const result = JSON.parse(readFileSync(file, "utf8"));
  const broken = result.numFailedTestSuites > 0 && result.numFailedTests === 0 ? 1 : 0;
  const failed = result.numFailedTests + broken;
  // A test that did not run is no pass: skipped tests count as failures, so that none is skipped in silence.
  return {
    passed: result.numPassedTests,
    failed: failed + result.numPendingTests + (code !== 0 && failed === 0 ? 1 : 0),
  };
};
await lane("tests", vitest("unit"));
await lane("merges", vitest("merges"));
/** A lane of its own program, whose last line counts its checks. */
const counted = async (script) => {
  const { code, text } = await run(process.execPath, [script]);
  const counts = /^(\d+) passed, (\d+) failed$/.exec(text.trimEnd().split("\n").at(-1) ?? "");
  if (counts === null) return { passed: 0, failed: 1 };
  const failed = Number(counts[2]);
  return { passed: Number(counts[1]), failed: failed + (code !== 0 && failed === 0 ? 1 : 0) };
};

if (!quick) {
  await lane("package", () => counted("test/project/pack.mjs"));
  await lane("versions of Node", () => counted("test/project/node-versions.mjs"));
  await lane("real systems", () => counted("test/real/run.mjs"));
}

console.log(`\n${times.join("\n")}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
