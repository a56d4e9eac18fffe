import type { Plan } from "../../compiler/plan/plan.ts";
import type { SourcePlan } from "../../compiler/plan/sources.ts";
import type { Database } from "../deploy/clients/postgres.ts";
import { variableOf } from "../deploy/connections.ts";
import type { World } from "../deploy/world.ts";
import { type Examination, examine, type Finding, ok, problem, warning } from "./finding.ts";

/** Every database: that of the Iceberg catalog, and those of the sources. */
export function examineDatabases(plan: Plan, world: World): readonly Promise<Examination>[] {
  const connections = plan.operations.flatMap((operation) =>
    operation.kind === "postgres" && operation.source === null ? [operation.connection] : [],
  );
  return [
    ...[...new Set(connections)].map((connection) =>
      examine("PostgreSQL of the Iceberg catalog", reach(connection), async () => [
        ok(await version(await world.database(connection))),
        ...(await catalogTables(await world.database(connection))),
      ]),
    ),
    ...plan.sources.map((source) =>
      examine(`PostgreSQL of source ${source.name}`, reach(source.connection), () =>
        examineSource(plan, source, world),
      ),
    ),
  ];
}

const reach = (connection: string): string =>
  `set ${variableOf(connection)} to an address that is reached from here, with its password`;

async function version(database: Database): Promise<string> {
  const [row] = await database.query(
    "select current_setting('server_version') as version, current_user as login",
  );
  return `PostgreSQL ${String(row?.version)}, as ${String(row?.login)}`;
}

async function catalogTables(database: Database): Promise<readonly Finding[]> {
  const [row] = await database.query("select to_regclass('iceberg_tables') is not null as there");
  return row?.there === true
    ? [ok("the catalog's tables are there")]
    : [problem("the catalog's tables are missing: Trino never makes them", "odp deploy --target postgres")];
}

async function examineSource(plan: Plan, source: SourcePlan, world: World): Promise<readonly Finding[]> {
  const database = await world.database(source.connection);
  const [row] = await database.query("select current_setting('server_version_num')::int / 10000 as major");
  const wanted = plan.config.versions.postgres;
  return [
    ok(await version(database)),
    ...(Number(row?.major) >= wanted
      ? []
      : [problem(`it is older than the declared ${wanted}`, "set versions.postgres, or upgrade the server")]),
    ...(await slot(database, source)),
    ...(await preflight(plan, source, database)),
  ];
}

/** The slot, where there is one: Debezium makes it when it first starts. Of a lost one the preflight tells. */
async function slot(database: Database, source: SourcePlan): Promise<readonly Finding[]> {
  const [row] = await database.query(
    "select active, wal_status, (pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) / 1048576)::bigint as megabytes from pg_replication_slots where slot_name = $1",
    [source.slot],
  );
  if (row === undefined) return [];
  const { active, wal_status, megabytes } = row;
  if (wal_status === "lost") return [];
  const held = `holds back ${String(megabytes)} MB of ${source.maxSlotWalMegabytes}`;
  if (active !== true)
    return [
      problem(
        `nobody reads slot ${source.slot}, which ${held}`,
        `start ${source.connectors[0]?.name ?? "its connector"}: odp deploy --target connect`,
      ),
    ];
  return Number(megabytes) > source.maxSlotWalMegabytes / 2
    ? [warning(`slot ${source.slot} ${held}`, "see why the connector is behind, before the slot is lost")]
    : [ok(`slot ${source.slot} is read, and ${held}`)];
}

/** The emitted preflight: settings of the server, rights, replica identities, keys, types, each with its remedy. */
async function preflight(plan: Plan, source: SourcePlan, database: Database): Promise<readonly Finding[]> {
  const script = plan.postgres.find((each) => each.source === source.name && each.gives === "problems");
  const rows = (await Promise.all((script?.statements ?? []).map((query) => database.query(query)))).flat();
  if (rows.length === 0)
    return [ok("wal_level, limits of slots, rights, tables, keys and replica identities are as declared")];
  return rows.map(({ severity, object, problem: text, remedy }) =>
    (severity === "error" ? problem : warning)(`${String(object)} ${String(text)}`, String(remedy)),
  );
}
