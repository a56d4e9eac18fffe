import { sqlIdentifier, sqlName, sqlString } from "../../text/sql.ts";
import type { SourcePlan, TablePlan } from "../sources.ts";
import type { TrinoScript } from "../trino.ts";

/** Columns that Debezium's rewrite and the sink's own transform add to every changelog. */
export const CHANGELOG_COLUMNS: readonly (readonly [string, string])[] = [
  ["__deleted", "varchar"],
  ["_cdc_op", "varchar"],
  ["_cdc_ts_us", "bigint"],
  ["_cdc_source_ts_us", "bigint"],
  ["_cdc_source_lsn", "bigint"],
  ["_cdc_source_txid", "bigint"],
  ["_cdc_source_sequence", "varchar"],
  ["_cdc_source_snapshot", "varchar"],
  ["_cdc_source_schema", "varchar"],
  ["_cdc_source_table", "varchar"],
  ["_kafka_topic", "varchar"],
  ["_kafka_partition", "bigint"],
  ["_kafka_offset", "bigint"],
  ["_kafka_timestamp", "timestamp(6) with time zone"],
];

/** The schemas and changelogs of each source, made before the sink writes to them. */
export function lowerTrinoScripts(sources: readonly SourcePlan[], catalog: string): readonly TrinoScript[] {
  return sources.map((source) => ({
    path: `trino/ddl/${source.name}.sql`,
    file: source.file,
    from: [source.id],
    statements: [
      ...[source.currentSchema, source.baseSchema, source.bronzeSchema].map(
        (schema) => `create schema if not exists ${sqlName(catalog, schema)}`,
      ),
      snapshotEnds(source, catalog),
      ...source.tables.flatMap((table) => [changelog(table, catalog), ...laterColumns(table, catalog)]),
    ],
  }));
}

function snapshotEnds(source: SourcePlan, catalog: string): string {
  const columns = [
    ["topic", "varchar", "Topic of an epoch."],
    ["kafka_partition", "bigint", "Partition; every partition has a row, empty ones too."],
    [
      "first_offset",
      "bigint",
      "Where the snapshot begins that was completed, 0 unless another was given up.",
    ],
    ["end_offset", "bigint", "Next offset of the partition after the snapshot, 0 where it is empty."],
    ["read_at", "timestamp(6) with time zone", "When the end was read."],
  ] as const;
  return [
    `create table if not exists ${sqlName(catalog, source.bronzeSchema, source.snapshotEndsTable)} (`,
    columns.map(([name, type, comment]) => `    ${name} ${type} comment ${sqlString(comment)}`).join(",\n"),
    ")",
    "comment 'Where the topics of an epoch ended when its snapshot was complete.'",
    "with (format = 'PARQUET', format_version = 2)",
  ].join("\n");
}

function changelog(table: TablePlan, catalog: string): string {
  const columns = [
    ...table.columns.map(({ name, bronzeType }) => [name, bronzeType] as const),
    ...CHANGELOG_COLUMNS,
  ];
  return [
    `create table if not exists ${sqlName(catalog, table.bronzeSchema, table.lakeTable)} (`,
    columns.map(([name, type]) => `    ${sqlIdentifier(name)} ${type}`).join(",\n"),
    ")",
    `comment ${sqlString(`Every change of ${table.name}, all epochs; only added to.`)}`,
    // By days, so that what is old can be compacted and dropped by whole partitions.
    "with (format = 'PARQUET', format_version = 2, partitioning = array['day(_kafka_timestamp)'])",
  ].join("\n");
}

/** For a column that is declared after its table was made: the sink would guess its type. */
function laterColumns(table: TablePlan, catalog: string): readonly string[] {
  const name = sqlName(catalog, table.bronzeSchema, table.lakeTable);
  return table.columns
    .filter(({ isKey }) => !isKey)
    .map(
      (column) =>
        `alter table ${name} add column if not exists ${sqlIdentifier(column.name)} ${column.bronzeType}`,
    );
}
