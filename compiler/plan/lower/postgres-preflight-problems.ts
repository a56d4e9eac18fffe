import { postgresString } from "../../text/postgres-sql.ts";
import type { SourcePlan } from "../sources.ts";
import { indexColumns } from "./postgres-capture.ts";

/** The common table expressions from `found_table` to `problem`, over `wanted_table` and `wanted_column`. */
export function preflightProblems(source: SourcePlan): string {
  const capture = `run ${source.name}.capture.sql`;
  const slot = postgresString(source.slot);
  const problems: readonly Problem[] = [
    {
      object: "'server'",
      problem: "'wal_level is ' || current_setting('wal_level')",
      remedy: "alter system set wal_level = 'logical', then restart",
      from: "(select) as server where current_setting('wal_level') <> 'logical'",
    },
    {
      object: "'server'",
      problem: "'all ' || current_setting('max_replication_slots') || ' replication slots are taken'",
      remedy: "raise max_replication_slots, or drop a slot that nobody reads",
      from: `(select) as server where not exists (select from pg_replication_slots where slot_name = ${slot}) and (select count(*) from pg_replication_slots) >= current_setting('max_replication_slots')::integer`,
    },
    {
      object: "'server'",
      problem: "'all ' || current_setting('max_wal_senders') || ' WAL senders are busy'",
      remedy: "raise max_wal_senders",
      from: `(select) as server where not exists (select from pg_replication_slots where slot_name = ${slot} and active) and (select count(*) from pg_stat_replication) >= current_setting('max_wal_senders')::integer`,
    },
    {
      severity: "warning",
      object: "'server'",
      problem: "'max_slot_wal_keep_size is ' || current_setting('max_slot_wal_keep_size')",
      remedy: `the declaration allows ${source.maxSlotWalMegabytes} MB: without a limit a stopped connector fills the disk, with a lower one its slot is lost earlier`,
      from: `pg_settings where name = 'max_slot_wal_keep_size' and setting::bigint not between ${source.maxSlotWalMegabytes} and ${source.maxSlotWalMegabytes * 2}`,
    },
    {
      severity: "warning",
      object: "'user ' || current_user",
      problem: "'may not replicate'",
      remedy: "alter role .. replication, for the user of the connector",
      from: "pg_roles where rolname = current_user and not rolreplication and not rolsuper",
    },
    {
      object: `'slot ' || ${slot}`,
      problem: "'PostgreSQL gave up the slot: changes are lost'",
      remedy: "raise the epoch of the source",
      from: `pg_replication_slots where slot_name = ${slot} and wal_status = 'lost'`,
    },
    table("does not exist", "declare it as it is called, or leave it out", "id is null"),
    table("is no ordinary table", "capture the tables that it reads", "relkind not in ('r', 'p')"),
    table("is unlogged: its changes reach no slot", "alter table .. set logged", "relpersistence = 'u'"),
    table(
      "has row-level security that hides rows from this user",
      "alter role .. bypassrls, for the user of the connector",
      "relrowsecurity and not (select rolbypassrls or rolsuper from pg_roles where rolname = current_user)",
    ),
    table(
      "is not published",
      capture,
      `id is not null and not exists (select from pg_publication_tables as published where published.pubname = ${postgresString(source.publication)} and published.schemaname = schema_name and published.tablename = table_name)`,
    ),
    table(
      "has no unique index over exactly its declared key",
      "declare the columns of its primary key, or add the index",
      `relkind in ('r', 'p') and not exists (select from pg_index as index where index.indrelid = id and index.indisunique and index.indisvalid and index.indpred is null and index.indexprs is null and ${indexColumns("index")} = array(select unnest(key_columns) order by 1))`,
    ),
    table(
      "has a replica identity that is not the declared one",
      capture,
      "relkind in ('r', 'p') and relreplident <> 'f' and relreplident <> case identity when 'full' then 'f' when 'index' then 'i' else 'd' end",
    ),
    table(
      "has a partition with another replica identity",
      "set it on each partition: it is not inherited",
      "relkind = 'p' and exists (select from pg_partition_tree(id) as part inner join pg_class as leaf on leaf.oid = part.relid where part.isleaf and leaf.relreplident <> relreplident)",
    ),
    column(
      "does not exist",
      "declare it as it is called, or leave it out",
      "attribute_number is null and spelled_differently is null",
    ),
    column(
      "is spelled with capitals in the database",
      "rename it: the lake cannot hold both",
      "attribute_number is null and spelled_differently is not null",
    ),
    column(
      "is generated, and PostgreSQL does not replicate generated columns",
      "leave it out, and compute it in a model",
      "is_generated",
    ),
    {
      ...column(
        "",
        "declare the type that it has",
        "attribute_number is not null and (found_base <> base_type or full_type not in ('', found_full))",
      ),
      problem:
        "'is of type ' || found_full || ', declared as ' || coalesce(nullif(full_type, ''), base_type)",
    },
    {
      ...column(
        "may be null in the database",
        "declare it nullable, or add the constraint",
        "not is_nullable and not is_not_null",
      ),
      severity: "warning",
    },
    column(
      "holds an array of several dimensions, which arrives corrupted",
      "store it as jsonb",
      "has_dimensions",
    ),
  ];
  return `${FOUND}\nproblem (severity, object, problem, remedy) as (\n${problems.map(select).join("\n  union all\n")}\n)`;
}

interface Problem {
  readonly severity?: "warning";
  /** SQL expressions of the text. */
  readonly object: string;
  readonly problem: string;
  /** Plain text. */
  readonly remedy: string;
  readonly from: string;
}

const table = (problem: string, remedy: string, condition: string): Problem => ({
  object: "'table ' || schema_name || '.' || table_name",
  problem: postgresString(problem),
  remedy,
  from: `found_table where ${condition}`,
});

const column = (problem: string, remedy: string, condition: string): Problem => ({
  object: "'column ' || schema_name || '.' || table_name || '.' || column_name",
  problem: postgresString(problem),
  remedy,
  from: `found_column where ${condition}`,
});

const select = ({ severity, object, problem, remedy, from }: Problem): string =>
  `  select '${severity ?? "error"}', ${object}, ${problem}, ${postgresString(remedy)}\n  from ${from}`;

/** Only a column that is there is looked into, so that the query does not depend on it. */
const FOUND = `found_table as (
  select wanted.*, class.oid as id, class.relkind, class.relpersistence, class.relreplident, class.relrowsecurity
  from wanted_table as wanted
  left join pg_namespace as namespace on namespace.nspname = wanted.schema_name
  left join pg_class as class on class.relnamespace = namespace.oid and class.relname = wanted.table_name
),
found_column as (
  select
    wanted.*,
    attribute.attnum as attribute_number,
    attribute.attnotnull as is_not_null,
    coalesce(attribute.attgenerated <> '', false) as is_generated,
    replace(regexp_replace(format_type(attribute.atttypid, null), '^.*\\.', ''), '"', '') as found_base,
    format_type(attribute.atttypid, attribute.atttypmod) as found_full,
    (
      select other.attname
      from pg_attribute as other
      where other.attrelid = found_table.id and lower(other.attname) = lower(wanted.column_name) and not other.attisdropped
      limit 1
    ) as spelled_differently,
    case
      when wanted.is_array and attribute.attnum is not null then
        (xpath('count(//row)', query_to_xml(
          format('select from %I.%I where array_ndims(%I) > 1 limit 1', wanted.schema_name, wanted.table_name, wanted.column_name),
          false, false, '')))[1]::text::integer > 0
      else false
    end as has_dimensions
  from wanted_column as wanted
  inner join found_table
    on found_table.schema_name = wanted.schema_name
    and found_table.table_name = wanted.table_name
    and found_table.id is not null
  left join pg_attribute as attribute
    on attribute.attrelid = found_table.id
    and attribute.attname = wanted.column_name
    and attribute.attnum > 0
    and not attribute.attisdropped
),`;
