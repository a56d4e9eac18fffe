// Everything that the emitted project meets, for real: PostgreSQL with rows, Kafka, Connect, Trino, and a lake in a bucket,
// with no other project beside it.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { landExternals, sourceDatabases, useCatalogs } from "../lib/ground.mjs";
import { projectsOrFail } from "../lib/projects.mjs";
import { openSession } from "../lib/world.mjs";
import { partsOnGcs } from "../parts/index.mjs";

const ROWS = new URL("./rows.sql", import.meta.url).pathname;
const NEEDED = ["airflow-environment", "dbt-environment", "postgres", "kafka", "connect", "trino"];

/** A copy of the compiled example below `out`. */
function copyProject(out) {
  const project = projectsOrFail().find(({ name }) => name === "shop");
  if (project === undefined) throw new Error("the example shop is not compiled");
  const folder = join(out, project.name);
  cpSync(project.folder, folder, { recursive: true });
  return { ...project, folder };
}

/** Starts everything; `stop` ends it, and keeps the logs when a check failed. */
export async function openWorld({ check, results }) {
  const out = mkdtempSync(join(tmpdir(), "odp-chain-"));
  const project = copyProject(out);
  const session = await openSession(out, partsOnGcs);
  const { runtime } = session;
  async function stop() {
    const failed = results.some(({ failure }) => failure !== undefined);
    await session.stop({ keepLogs: failed });
    if (failed) process.stdout.write(`  logs: ${runtime.folder}/log\n`);
    rmSync(out, { recursive: true, force: true });
  }
  try {
    // Before the others: where the lake lies follows from it.
    await session.start("gcs");
    await Promise.all(NEEDED.map(session.start));
    await sourceDatabases(runtime, project);
    await runtime.parts.postgres.runFile("shop", ROWS);
    await useCatalogs(runtime, project);
    await landExternals(runtime, project);
    return { ...runtime, check, results, project, stop };
  } catch (error) {
    await session.stop({ keepLogs: true });
    process.stdout.write(`  logs: ${runtime.folder}/log\n`);
    throw error;
  }
}
