import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./measure.mjs";
import { query, workload } from "./workload.mjs";
import { writeOdp } from "./write-odp.mjs";

const PEERS = join(dirname(fileURLToPath(import.meta.url)), "peers");
/** How many times faster than `dataform compile` odp shall be, by the number of models. */
const GOALS = { 100: 15, 1000: 20, 10000: 30 };

/** Pairs odp with Dataform on the same models, in turn. */
export function comparePeers(odp, folder, counts, row) {
  if (!existsSync(join(PEERS, "node_modules")))
    run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], PEERS);
  for (const count of counts) {
    const ours = join(folder, `pair-odp-${count}`);
    const theirs = join(folder, `pair-dataform-${count}`);
    writeOdp(ours, workload(count));
    writeDataform(theirs, workload(count));
    const pairs = Array.from({ length: count > 1000 ? 1 : 3 }, () => {
      rmSync(join(ours, "dags-out"), { recursive: true, force: true });
      const a = timed(process.execPath, [odp, "compile", ours, "--no-cache"], ours);
      const b = timed(
        process.execPath,
        [
          join(theirs, "node_modules/@dataform/cli/bundle.js"),
          "compile",
          theirs,
          "--json",
          "--timeout",
          "20m",
        ],
        theirs,
      );
      console.log(`       ${count} models: odp ${a.toFixed(2)} s, dataform ${b.toFixed(2)} s`);
      return b / a;
    });
    const ratio = median(pairs);
    // Lower is better in the table, so the goal is shown as its share.
    row(
      `dataform / odp at ${count}: ${ratio.toFixed(1)} times, goal ${GOALS[count]}`,
      GOALS[count] / ratio,
      1,
    );
  }
}

function timed(command, args, cwd) {
  const start = performance.now();
  run(command, args, cwd);
  return (performance.now() - start) / 1000;
}

function run(command, args, cwd) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr.slice(0, 2000)}`);
}

function writeDataform(folder, { tables, models }) {
  mkdirSync(join(folder, "definitions"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "dependencies": { "@dataform/core": "3.0.62" } }\n');
  writeFileSync(
    join(folder, "dataform.json"),
    '{ "warehouse": "bigquery", "defaultDatabase": "bench", "defaultSchema": "bench", "defaultLocation": "EU" }\n',
  );
  // Its sandbox refuses a linked folder of packages.
  cpSync(join(PEERS, "node_modules"), join(folder, "node_modules"), { recursive: true });
  for (const { name, columns } of tables)
    writeFileSync(
      join(folder, `definitions/${name}.sqlx`),
      `config { type: "declaration", name: "${name}", columns: { ${documented(columns, name)} } }\n`,
    );
  for (const model of models)
    writeFileSync(
      join(folder, `definitions/${model.name}.sqlx`),
      `config { type: "${model.layer === "mart" ? "table" : "view"}", assertions: { uniqueKey: ["row_id"], nonNull: ["row_id"] }, columns: { ${documented(model.columns, model.name)} } }\n\n${query(model, (input) => `\${ref("${(input.table ?? input.model).name}")}`)}\n`,
    );
}

function documented(columns, owner) {
  return columns.map((column) => `${column.name}: "Column ${column.name} of ${owner}."`).join(", ");
}
