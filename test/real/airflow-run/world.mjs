// Everything that the DAGs of one project meet, for real: database, Kafka, Connect, Trino, dbt and Airflow of its own,
// with stand-ins for mail and OpenWhisk. The session is apart from that of the other lanes, since one Trino holds one lake.
import { join } from "node:path";
import { openSession } from "../lib/world.mjs";
import { parts } from "../parts/index.mjs";
import { lakeCatalogProperties } from "../parts/lake.mjs";
import { compiler, NIGHT } from "./compiler.mjs";

const PROJECT = { name: "night" };
export const LAKE = "lake_night";
const NEEDED = ["postgres", "kafka", "connect", "trino", "smtp", "openwhisk", "airflow"];

/** Compiles the project below `out`. */
async function compileInto(out) {
  const { compileProject } = await compiler();
  const folder = join(out, PROJECT.name);
  await compileProject(NIGHT, folder);
  return { ...PROJECT, folder };
}

const SOURCE = `
create table customers (id bigint primary key, country text not null);
create table orders (id bigint primary key, total numeric(12, 2) not null, created_at timestamptz not null);
create sequence order_ids start 1000;
insert into customers select n, case n % 3 when 0 then 'KE' when 1 then 'DE' else 'FR' end from generate_series(1, 30) n;
insert into orders select n, n, timestamptz '2026-11-01 10:00:00+00' + n * interval '6 hours' from generate_series(1, 60) n;
`;

/** Starts everything; `stop` ends it. The database holds 30 customers and 60 orders. */
export async function openWorld(out) {
  const project = await compileInto(out);
  const { runtime, start, stop } = await openSession(out, parts);
  try {
    await Promise.all(NEEDED.map(start));
    const { postgres, trino } = runtime.parts;
    await postgres.createDatabase(LAKE);
    await postgres.createDatabase("shop");
    await postgres.query("shop", SOURCE);
    await trino.replaceCatalog("lake", "iceberg", lakeCatalogProperties(runtime, LAKE));
    return { ...runtime.parts, runtime, project, stop };
  } catch (error) {
    await stop({ keepLogs: true });
    throw error;
  }
}
