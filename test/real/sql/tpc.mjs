// The queries of TPC-H and TPC-DS as Trino publishes them. Their texts are fetched, not kept here; what Trino says of
// them is: `test/compiler/sql/tpc/<suite>.txt` has a line for each table and each query.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed } from "../lib/cache.mjs";
import { mustRun } from "../lib/command.mjs";
import { MAVEN_PLUGIN } from "../parts/jars.mjs";
import { describe } from "./answers.mjs";

const ARTIFACT = "io.trino:trino-benchto-benchmarks:368:jar";
const FOLDER = fileURLToPath(new URL("../../compiler/sql/tpc/", import.meta.url));

export const SUITES = ["tpch", "tpcds"];

async function textsFolder() {
  return installed("tpc-texts", [ARTIFACT], async (folder) => {
    const flags = [`-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`];
    await mustRun("mvn", ["-q", "-B", `${MAVEN_PLUGIN}:copy`, ...flags]);
    const [jar] = readdirSync(folder).filter((file) => file.endsWith(".jar"));
    await mustRun("unzip", ["-q", "-o", join(folder, jar), "sql/presto/tpc*", "-d", folder]);
  });
}

/** The queries of a suite by name, each as one statement over the tables of its own catalog. */
export async function tpcQueries(suite) {
  const folder = join(await textsFolder(), "sql", "presto", suite);
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8")
      .replaceAll(/\$\{database\}/g, suite)
      .replaceAll(/\$\{schema\}/g, "tiny")
      .replaceAll(/\$\{prefix\}/g, "")
      .replaceAll(/\$\{scale\}/g, "1");
    const statements = text.split(/;\s*$/m).filter((statement) => /\w/.test(statement));
    return statements.map((query, index) => ({
      name: `${file.replace(".sql", "")}${statements.length > 1 ? `.${index + 1}` : ""}`,
      query: query.trim(),
    }));
  });
}

/** Asks Trino for the columns of every table and the output of every query. */
export async function recordTpc(client) {
  mkdirSync(FOLDER, { recursive: true });
  for (const suite of SUITES) {
    const lines = [`# What Trino 476 says of ${suite}: columns of its tables, output of its queries.`];
    const { rows } = await client.query(`show tables from ${suite}.tiny`);
    for (const [table] of rows) {
      const columns = await client.query(`show columns from ${suite}.tiny.${table}`);
      lines.push(`table ${table}: ${columns.rows.map(([name, type]) => `${name} ${type}`).join("; ")}`);
    }
    for (const { name, query } of await tpcQueries(suite))
      lines.push(`query ${name}: ${(await describe(client, query)).slice(9)}`);
    writeFileSync(`${FOLDER}${suite}.txt`, `${lines.join("\n")}\n`);
    process.stdout.write(`${suite}: ${lines.length - 1} answers\n`);
  }
}

/** What was recorded of a suite: columns by table, answers by query. */
export function tpcAnswers(suite) {
  const tables = new Map();
  const queries = new Map();
  for (const line of readFileSync(`${FOLDER}${suite}.txt`, "utf8").split("\n")) {
    const [, kind, name, answer] = /^(table|query) ([^:]+): (.*)$/.exec(line) ?? [];
    if (kind === "query") queries.set(name, answer);
    if (kind === "table") {
      const columns = answer.split("; ").map((column) => {
        const at = column.indexOf(" ");
        return { name: column.slice(0, at), type: column.slice(at + 1) };
      });
      tables.set(name, columns);
    }
  }
  return { tables, queries };
}
