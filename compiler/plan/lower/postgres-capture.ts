import { postgresIdentifier, postgresName, postgresString } from "../../text/postgres-sql.ts";
import * as names from "../names.ts";
import type { PostgresScript } from "../postgres.ts";
import type { SourcePlan, TablePlan } from "../sources.ts";

const HEARTBEAT = postgresName(names.odpSchema, names.heartbeatTable);
const SIGNAL = postgresName(names.odpSchema, names.signalTable);

/** odp's own tables, the replica identities, the grants and the publication. */
export function captureScript(source: SourcePlan, project: string): PostgresScript {
  const role = postgresIdentifier(names.captureRole(project, source.oldestName));
  return {
    path: `postgres/${source.name}.capture.sql`,
    file: source.file,
    from: [source.id],
    gives: "nothing",
    source: source.name,
    comment: [
      `What capturing ${source.name} needs in its database. The owner of the captured tables runs it; again after`,
      "every change of the declaration. Nothing is locked where all is as declared.",
    ].join("\n"),
    statements: [
      `create schema if not exists ${postgresIdentifier(names.odpSchema)}`,
      `create table if not exists ${HEARTBEAT} (id text primary key, at timestamptz not null)`,
      `create table if not exists ${SIGNAL} (id varchar(42) primary key, type varchar(32) not null, data varchar(2048))`,
      ...source.tables.map(replicaIdentity),
      ...grants(source, role),
      newPublication(source),
      ...(source.protect ? [keptTables(source)] : []),
      publishedTables(source),
    ],
  };
}

const qualified = ({ schema, table }: TablePlan): string => postgresName(schema, table);
const registered = (table: TablePlan): string => `${postgresString(qualified(table))}::regclass`;

/** A whole old row (`full`) is more than any table needs, so it is left as it is. */
function replicaIdentity(table: TablePlan): string {
  const name = qualified(table);
  const id = registered(table);
  const identity = `(select relreplident from pg_class where oid = ${id})`;
  if (table.identity === "full")
    return block([`if ${identity} <> 'f' then`, `  alter table ${name} replica identity full;`, "end if;"]);
  if (table.identity === "default")
    return block([
      `if ${identity} not in ('d', 'f') then`,
      `  alter table ${name} replica identity default;`,
      "end if;",
    ]);
  return block(
    [
      "select index_class.relname into found",
      "from pg_index as index",
      "inner join pg_class as index_class on index_class.oid = index.indexrelid",
      `where index.indrelid = ${id}`,
      "  and index.indisunique and index.indisvalid and index.indimmediate",
      "  and index.indpred is null and index.indexprs is null",
      `  and ${indexColumns("index")} = ${nameArray(table.key)};`,
      "if found is null then",
      `  raise exception ${postgresString(`${table.name}: no unique index over exactly (${table.key.join(", ")})`.replaceAll("%", "%%"))};`,
      "end if;",
      `if ${identity} <> 'f' and not exists (`,
      `  select from pg_index where indrelid = ${id} and indisreplident and indexrelid::regclass::text = found`,
      ") then",
      `  execute format('alter table %s replica identity using index %I', ${id}, found);`,
      "end if;",
    ],
    "found name;",
  );
}

/** The key columns of an index of `pg_index`, sorted, as an array of names. */
export function indexColumns(index: string): string {
  return (
    "array(select attribute.attname::text from pg_attribute as attribute " +
    `where attribute.attrelid = ${index}.indrelid and attribute.attnum = any(${index}.indkey::smallint[]) order by 1)`
  );
}

/** Names as PostgreSQL sorts them with the same locale. */
export function nameArray(columns: readonly string[]): string {
  return `array(select unnest(array[${columns.map(postgresString).join(", ")}]::text[]) order by 1)`;
}

function grants(source: SourcePlan, role: string): readonly string[] {
  const schemas = [...new Set([names.odpSchema, ...source.tables.map(({ schema }) => schema)])].sort();
  return [
    `grant usage on schema ${schemas.map(postgresIdentifier).join(", ")} to ${role}`,
    ...source.tables.map((table) => `grant select on ${qualified(table)} to ${role}`),
    `grant select, insert, update, delete on ${HEARTBEAT}, ${SIGNAL} to ${role}`,
  ];
}

function newPublication(source: SourcePlan): string {
  return block([
    `if not exists (select from pg_publication where pubname = ${postgresString(source.publication)}) then`,
    `  create publication ${postgresIdentifier(source.publication)}`,
    "    with (publish = 'insert, update, delete', publish_via_partition_root = true);",
    "end if;",
  ]);
}

/** A table that leaves the publication is captured no more, and what changes meanwhile is lost for ever. */
function keptTables(source: SourcePlan): string {
  const declared = published(source).map((name) => `      to_regclass(${postgresString(name)})`);
  return block(
    [
      "select string_agg(prrelid::regclass::text, ', ') into undeclared",
      "from pg_publication_rel",
      `where prpubid = (select oid from pg_publication where pubname = ${postgresString(source.publication)})`,
      "  and prrelid <> all (array_remove(array[",
      declared.join(",\n"),
      "    ]::oid[], null));",
      "if undeclared is not null then",
      `  raise exception '%', ${postgresString(`${source.name} is protected, and no longer declares: `)} || undeclared`,
      `    using hint = ${postgresString("Declare the tables again, or leave out `protect` of the source.")};`,
      "end if;",
    ],
    "undeclared text;",
  );
}

const published = (source: SourcePlan): readonly string[] => [
  ...source.tables.map(qualified),
  HEARTBEAT,
  SIGNAL,
];

function publishedTables(source: SourcePlan): string {
  return `alter publication ${postgresIdentifier(source.publication)} set table\n  ${published(source).join(",\n  ")}`;
}

function block(lines: readonly string[], declared?: string): string {
  return [
    "do $odp$",
    ...(declared === undefined ? [] : [`declare ${declared}`]),
    "begin",
    ...lines.map((line) => `  ${line}`),
    "end",
    "$odp$",
  ].join("\n");
}
