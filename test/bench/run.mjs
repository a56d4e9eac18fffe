// `npm run bench`: how long the compiler takes, as whole processes, medians, output in memory where possible.
//   --full    also 10,000 models and the shapes on which graph algorithms die
//   --peers   also `dataform compile` on the same models, in pairs (installs test/bench/peers)
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure, scratch } from "./measure.mjs";
import { comparePeers } from "./peers.mjs";
import { workload } from "./workload.mjs";
import { writeOdp } from "./write-odp.mjs";

const ODP = join(dirname(fileURLToPath(import.meta.url)), "../../dist/odp.js");
const full = process.argv.includes("--full");
/** Goals in seconds and mebibytes, on two cores. */
const GOALS = { 100: [0.35, 80], 1000: [1.0, 150], 10000: [6, 450] };
const NOTHING_CHANGED = { 1000: 0.2, 10000: 0.45 };
const WORST_SLOPE = 11;

if (!existsSync(ODP)) throw new Error("dist/ is missing: npm run build");
const folder = scratch("odp");
let missed = 0;

const bare = measure(["-e", "0"]);
const version = measure([ODP, "--version"]);
row(
  "odp --version, over bare node",
  version.wall - bare.wall,
  0.05,
  `${ms(version.wall)} against ${ms(bare.wall)}`,
);

const cpu = {};
for (const count of full ? [100, 1000, 10_000] : [100, 1000]) {
  const project = join(folder, `mixed-${count}`);
  writeOdp(project, workload(count));
  const out = join(project, "dags-out");
  const fresh = () => {
    rmSync(out, { recursive: true, force: true });
    rmSync(join(project, ".odp"), { recursive: true, force: true });
  };
  const cold = measure([ODP, "compile", project], { before: fresh, runs: count === 10_000 ? 3 : 5 });
  cpu[count] = cold.cpu;
  const [seconds, mebibytes] = GOALS[count];
  row(`cold, ${count} models`, cold.wall, seconds, `CPU ${cold.cpu.toFixed(2)} s`);
  row(`  peak memory, MiB`, cold.mebibytes, mebibytes, "", 0);
  if (NOTHING_CHANGED[count] !== undefined)
    row(`  nothing changed`, measure([ODP, "compile", project]).wall, NOTHING_CHANGED[count]);
  if (count === 1000) {
    const alone = measure(
      [join(dirname(ODP), "../node_modules/typescript/bin/tsc"), "-p", project, "--noEmit"],
      { runs: 3 },
    );
    const both = measure([ODP, "compile", project, "--types"], { before: fresh, runs: 3 });
    row(
      "  --types, against the slower of the two alone",
      both.wall / Math.max(alone.wall, cold.wall),
      1.15,
      `${ms(both.wall)}; tsc ${ms(alone.wall)}`,
    );
  }
}
row("CPU(1,000) / CPU(100)", cpu[1000] / cpu[100], WORST_SLOPE);
if (full) row("CPU(10,000) / CPU(1,000)", cpu[10_000] / cpu[1000], WORST_SLOPE);

for (const [shape, small, large] of full
  ? [
      ["chain", 200, 2000],
      ["ladder", 600, 6000],
      ["star", 500, 5000],
    ]
  : [["chain", 200, 2000]]) {
  const [few, many] = [small, large].map((count) => {
    const project = join(folder, `${shape}-${count}`);
    writeOdp(project, workload(count, shape));
    const before = () => rmSync(join(project, "dags-out"), { recursive: true, force: true });
    return measure([ODP, "compile", project, "--no-cache"], { before, runs: 3 });
  });
  row(`${shape}: CPU(${large}) / CPU(${small})`, many.cpu / few.cpu, WORST_SLOPE, `${many.cpu.toFixed(2)} s`);
}

if (process.argv.includes("--peers"))
  comparePeers(ODP, folder, full ? [100, 1000, 10_000] : [100, 1000], row);
rmSync(folder, { recursive: true, force: true });
console.log(missed === 0 ? "every goal is met" : `${missed} goals are missed`);

/** One line of the table: figure, goal, and whether it is met. */
function row(what, value, goal, more = "", digits = 2) {
  const met = value <= goal;
  if (!met) missed += 1;
  console.log(
    `${met ? "met   " : "MISSED"} ${what.padEnd(46)} ${value.toFixed(digits).padStart(9)}  goal ${String(goal).padStart(6)}  ${more}`,
  );
}

function ms(seconds) {
  return `${Math.round(seconds * 1000)} ms`;
}
