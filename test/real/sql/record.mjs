// Asks a real Trino 476 what the unit tests of the SQL front end compare themselves with, and writes down its answers:
// `node test/real/sql/record.mjs [corpus] [functions] [tpc]`, all three without an argument; `--new` keeps the answers
// to queries of the corpus that did not change. `ODP_TRINO_URL` names a Trino that runs already; otherwise one is installed and
// started as for the lanes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trinoClient } from "../clients/trino.mjs";
import { openRuntime } from "../lib/runtime.mjs";
import { parts } from "../parts/index.mjs";
import { describe, digestOf, queriesOf } from "./answers.mjs";
import { functionTable } from "./function-table.mjs";
import { recordTpc } from "./tpc.mjs";

const FOLDER = fileURLToPath(new URL("../../compiler/sql/typed/", import.meta.url));
const TABLE = fileURLToPath(new URL("../../../compiler/sql/functions/signatures.ts", import.meta.url));
const SCHEMA = "memory.sql_types";

/** Small tables of every type; nothing is in them, since no query runs. */
async function makeTables(client) {
  const tables = JSON.parse(readFileSync(`${FOLDER}tables.json`, "utf8"));
  await client.query(`create schema if not exists ${SCHEMA}`);
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
    await client.query(`drop table if exists ${SCHEMA}.${table}`);
    await client.query(`create table ${SCHEMA}.${table} (${list.join(", ")})`);
  }
}

async function recordCorpus(client, onlyNew) {
  await makeTables(client);
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".sql"))) {
    const answersFile = `${FOLDER}${file.replace(".sql", ".answers.txt")}`;
    const kept = onlyNew && existsSync(answersFile) ? queriesOf(readFileSync(answersFile, "utf8")) : [];
    const known = new Map(kept.map((line) => [line.slice(0, 8), line]));
    const lines = [];
    let asked = 0;
    for (const query of queriesOf(readFileSync(`${FOLDER}${file}`, "utf8"))) {
      const answer = known.get(digestOf(query));
      if (answer === undefined) asked++;
      lines.push(answer ?? (await describe(client, query, { catalog: "memory", schema: "sql_types" })));
    }
    writeFileSync(answersFile, `${lines.join("\n")}\n`);
    process.stdout.write(`${file}: ${asked} asked, ${lines.length} answers\n`);
  }
}

async function recordFunctions(client) {
  const { rows } = await client.query("show functions");
  const known = readFileSync(TABLE, "utf8");
  const functions = rows.map(([name, returns, args, kind, deterministic]) => ({
    name,
    returns,
    arguments: args,
    kind,
    deterministic,
    // SHOW FUNCTIONS does not say who brings a function.
    plugin: new RegExp(`^${name.toLowerCase()} \\S*~`, "m").test(known),
  }));
  writeFileSync(TABLE, functionTable(functions));
  process.stdout.write(`${functions.length} signatures\n`);
}

const RECORDERS = { corpus: recordCorpus, functions: recordFunctions, tpc: recordTpc };

async function main() {
  const onlyNew = process.argv.includes("--new");
  const named = process.argv.slice(2).filter((argument) => argument !== "--new");
  const wanted = named.length > 0 ? named : Object.keys(RECORDERS);
  const unknown = wanted.filter((name) => RECORDERS[name] === undefined);
  if (unknown.length > 0) throw new Error(`nothing to record is called ${unknown.join(", ")}`);
  const url = process.env.ODP_TRINO_URL;
  const session = url === undefined ? await openRuntime(parts) : undefined;
  try {
    const client = session === undefined ? trinoClient(url) : await session.start("trino");
    for (const name of wanted) await RECORDERS[name](client, onlyNew);
  } finally {
    await session?.stop();
  }
}

await main();
