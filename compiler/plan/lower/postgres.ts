import type { Graph } from "../../graph/graph.ts";
import { postgresIdentifier, postgresName, postgresString } from "../../text/postgres-sql.ts";
import * as names from "../names.ts";
import type { PostgresScript } from "../postgres.ts";
import type { SourcePlan } from "../sources.ts";
import { captureScript } from "./postgres-capture.ts";
import { preflightQuery } from "./postgres-preflight.ts";

/** Scripts for the databases of the sources and of the Iceberg catalog, sorted by path. */
export function lowerPostgres(graph: Graph, sources: readonly SourcePlan[]): readonly PostgresScript[] {
  const { project, catalogKind } = graph.config;
  const scripts = sources.flatMap((source) => [
    roleScript(source, project),
    captureScript(source, project),
    preflight(source, graph),
    retainedWal(source),
  ]);
  const file = sources[0]?.file;
  if (catalogKind === "jdbc" && file !== undefined) scripts.push(catalogScript(file));
  return scripts.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function roleScript(source: SourcePlan, project: string): PostgresScript {
  const role = names.captureRole(project, source.oldestName);
  const megabytes = source.maxSlotWalMegabytes;
  return {
    path: `postgres/${source.name}.role.sql`,
    file: source.file,
    from: [source.id],
    gives: "nothing",
    source: source.name,
    comment: [
      `What capturing ${source.name} needs of the server. An administrator runs it once, by hand, before the others.`,
      "The user of the connector is a login of its own, with its password in the secret only:",
      `  create role <login> login replication password '..';  grant ${postgresIdentifier(role)} to <login>;`,
      "Settings of the server (the first two need a restart):",
      "  alter system set wal_level = 'logical';",
      "  alter system set max_replication_slots = 10;",
      `  alter system set max_slot_wal_keep_size = '${megabytes}MB';  -- a forgotten slot fills the disk without it`,
    ].join("\n"),
    statements: [
      [
        "do $odp$",
        "begin",
        `  if not exists (select from pg_roles where rolname = ${postgresString(role)}) then`,
        `    create role ${postgresIdentifier(role)} nologin;`,
        "  end if;",
        "end",
        "$odp$",
      ].join("\n"),
    ],
  };
}

function preflight(source: SourcePlan, graph: Graph): PostgresScript {
  return {
    path: `postgres/${source.name}.preflight.sql`,
    file: source.file,
    from: [source.id],
    gives: "problems",
    source: source.name,
    comment: [
      `What stands in the way of capturing ${source.name}: one row a problem, none when all is right.`,
      "Run it as the connector's user. It reads each table with an array column once.",
    ].join("\n"),
    statements: [preflightQuery(source, graph)],
  };
}

function retainedWal(source: SourcePlan): PostgresScript {
  return {
    path: `postgres/${source.name}.retained-wal.sql`,
    file: source.file,
    from: [source.id],
    gives: "figures",
    source: source.name,
    comment: `WAL that ${source.name} holds back for its slot. No row: the slot is missing and changes are being lost.`,
    statements: [
      [
        "select",
        "  slot_name,",
        "  active,",
        "  wal_status,",
        "  (pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) / 1048576)::bigint as retained_megabytes,",
        "  (pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn) / 1048576)::bigint as unconfirmed_megabytes,",
        "  safe_wal_size / 1048576 as megabytes_left,",
        `  ${source.maxSlotWalMegabytes}::bigint as declared_limit_megabytes`,
        "from pg_replication_slots",
        `where slot_name = ${postgresString(source.slot)}`,
      ].join("\n"),
    ],
  };
}

/** Source: Apache Iceberg, `JdbcUtil`, schema version V1. */
function catalogScript(file: string): PostgresScript {
  const table = (name: string, columns: readonly string[]): string =>
    [
      `create table if not exists ${postgresName(name)} (`,
      columns.map((column) => `  ${column}`).join(",\n"),
      ")",
    ].join("\n");
  return {
    path: "postgres/iceberg-catalog.sql",
    file,
    from: [],
    gives: "nothing",
    source: null,
    comment: [
      `Tables of Iceberg's JDBC catalog, in the database of ${names.lakeVariable.uri}: \`createdb iceberg\` makes it.`,
      "Trino never makes them, the sink does at its first use; made here, neither has to start first.",
    ].join("\n"),
    statements: [
      table("iceberg_tables", [
        "catalog_name varchar(255) not null",
        "table_namespace varchar(255) not null",
        "table_name varchar(255) not null",
        "metadata_location varchar(1000)",
        "previous_metadata_location varchar(1000)",
        "iceberg_type varchar(5)",
        "primary key (catalog_name, table_namespace, table_name)",
      ]),
      table("iceberg_namespace_properties", [
        "catalog_name varchar(255) not null",
        "namespace varchar(255) not null",
        "property_key varchar(255)",
        "property_value varchar(1000)",
        "primary key (catalog_name, namespace, property_key)",
      ]),
    ],
  };
}
