// The project of these lanes on the services of a run: its databases, its lake, the command with their addresses.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../lib/command.mjs";
import { lakeCatalogProperties } from "../parts/lake.mjs";

const HERE = new URL("./", import.meta.url).pathname;
const ROOT = join(HERE, "../../..");
/** The worker of Connect knows the lake and the database of the example `shop` only; this project takes their place. */
const LAKE = "lake_shop";
export const DATABASE = "shop";

const TABLES = `
create table public.orders (id bigint primary key, total numeric(12,2) not null, created_at timestamptz not null);
create table public.customers (id bigint primary key, name text not null);
insert into public.customers values (1, 'Ada'), (2, 'Grace');
`;

/** Builds the command beside the packages that it loads. */
export function buildCommand() {
  const into = join(ROOT, `node_modules/.odp-deploy-run-${process.pid}`);
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "src/build.mjs"), "--into", into], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { program: join(into, "odp.js"), remove: () => rmSync(into, { recursive: true, force: true }) };
}

/** Databases as an administrator gives them, and an empty lake behind Trino's catalog. */
export async function prepareWorld({ parts, ...runtime }) {
  const { postgres, trino } = parts;
  await postgres.dropDatabase(DATABASE);
  await postgres.dropDatabase(LAKE);
  await postgres.createDatabase(DATABASE);
  await postgres.createDatabase(LAKE);
  await postgres.query(DATABASE, TABLES);
  await trino.replaceCatalog("lake", "iceberg", lakeCatalogProperties({ parts, ...runtime }, LAKE));
  await sourceCatalog({ parts });
}

/** The catalog over the source's database, in Trino. */
export const sourceCatalog = ({ parts: { postgres, trino } }) =>
  trino.replaceCatalog("shop_pg", "postgresql", {
    "connection-url": `jdbc:postgresql://${postgres.host}:${postgres.port}/${DATABASE}`,
    "connection-user": postgres.user,
    "connection-password": postgres.password,
  });

/** What the command finds in its environment. */
export function connections({ ports, parts: { postgres } }) {
  const database = (name) =>
    `postgres://${postgres.user}:${postgres.password}@${postgres.host}:${postgres.port}/${name}`;
  return {
    AIRFLOW_CONN_ODP_ICEBERG_CATALOG: database(LAKE),
    AIRFLOW_CONN_ODP_SHOP_PG: database(DATABASE),
    AIRFLOW_CONN_ODP_KAFKA: JSON.stringify({
      conn_type: "kafka",
      extra: { "bootstrap.servers": `127.0.0.1:${ports.kafka}` },
    }),
    AIRFLOW_CONN_ODP_KAFKA_CONNECT: `http://127.0.0.1:${ports.connect}`,
    // Read by the watchers only; the doctor wants it set.
    AIRFLOW_CONN_LAKE: JSON.stringify({ conn_type: "iceberg" }),
    AIRFLOW_CONN_ODP_TRINO: `trino://odp@127.0.0.1:${ports.trino}/lake`,
  };
}

/** A project to be changed, below the repository, where the command finds the packages. */
export function openCopy(context) {
  const folder = join(ROOT, `node_modules/.odp-deploy-project-${process.pid}`);
  cpSync(join(HERE, "project"), folder, { recursive: true });
  const pipeline = join(folder, "pipeline.ts");
  const original = readFileSync(pipeline, "utf8");
  return {
    folder,
    /** Replaces one text of the pipeline as it was at first. */
    declare(from, to) {
      const changed = original.replace(from, to);
      if (changed === original) throw new Error(`the pipeline does not hold ${from}`);
      writeFileSync(pipeline, changed);
    },
    restore: () => writeFileSync(pipeline, original),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    environment: connections(context),
  };
}

/** Runs the command; gives its exit code and everything that it printed. */
export async function odp(command, copy, args, env = {}) {
  const { code, stdout, stderr } = await run(process.execPath, [command.program, ...args], {
    env: { ...copy.environment, NO_COLOR: "1", ...env },
  });
  return { code, text: `${stdout}${stderr}` };
}
