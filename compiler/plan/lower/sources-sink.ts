// The Iceberg sink of a source. One sink reads the topics of every epoch, so it stays when an epoch is raised.
import type { Raw } from "../../../dsl/values.ts";
import type { ProjectConfig } from "../../graph/config.ts";
import * as names from "../names.ts";
import type { ConnectorPlan } from "../sources.ts";
import { type CapturedSource, converters, environment } from "./sources-debezium.ts";
import { type Entries, withRaw } from "./sources-raw.ts";

export function sinkConnector(source: CapturedSource, config: ProjectConfig, raw: Raw): ConnectorPlan {
  const name = names.sinkConnector(config.project, source.oldestName);
  return {
    name,
    role: "sink",
    config: withRaw(
      [
        ["name", name],
        ["connector.class", "org.apache.iceberg.connect.IcebergSinkConnector"],
        ["tasks.max", "1"],
        ["topics.regex", topicsRegex(source)],
        ...converters(),
        ...consuming(),
        ["errors.tolerance", "none"],
        ["transforms", "meta"],
        ["transforms.meta.type", "org.apache.iceberg.connect.transforms.KafkaMetadataTransform"],
        ["transforms.meta.field_name", "_kafka"],
        ...routing(source),
        ...committing(source),
        ...catalog(config),
        ...files(config),
      ],
      raw,
    ),
  };
}

/** The topics of all tables in all epochs: their patterns, with the anchors outside. */
function topicsRegex(source: CapturedSource): string {
  return `^(${source.tables.map(({ topicPattern }) => topicPattern.slice(1, -1)).join("|")})$`;
}

/**
 * A dead worker's partitions are taken over after the session's time-out, and its open transaction holds up the next
 * commit until its own: Connect's 45 and 60 seconds are cut where that costs nothing.
 */
function consuming(): Entries {
  return [
    ["consumer.override.auto.offset.reset", "earliest"],
    ["consumer.override.isolation.level", "read_committed"],
    // How soon the topics of a new epoch are found.
    ["consumer.override.metadata.max.age.ms", "60000"],
    ["consumer.override.session.timeout.ms", "20000"],
    ["consumer.override.heartbeat.interval.ms", "5000"],
    ["iceberg.kafka.auto.offset.reset", "earliest"],
    ["iceberg.kafka.session.timeout.ms", "20000"],
    ["iceberg.kafka.heartbeat.interval.ms", "5000"],
    ["iceberg.kafka.transaction.timeout.ms", "60000"],
  ];
}

function routing(source: CapturedSource): Entries {
  const tables = source.tables.map((table) => ({
    ...table,
    full: `${table.bronzeSchema}.${table.lakeTable}`,
  }));
  return [
    ["iceberg.tables", tables.map(({ full }) => full).join(",")],
    ["iceberg.tables.route-field", "_kafka_topic"],
    ...tables.map(({ full, topicPattern }) => [`iceberg.table.${full}.route-regex`, topicPattern] as const),
    // Tables are made by reviewed DDL: what the sink would make has other types.
    ["iceberg.tables.auto-create-enabled", "false"],
    ["iceberg.tables.evolve-schema-enabled", "true"],
    ["iceberg.tables.schema-force-optional", "true"],
  ];
}

function committing(source: CapturedSource): Entries {
  return [
    ["iceberg.control.topic", source.controlTopic],
    ["iceberg.control.commit.interval-ms", String(source.commitSeconds * 1000)],
    ["iceberg.control.commit.timeout-ms", "60000"],
  ];
}

/** The name of the catalog is part of the rows of a JDBC catalog: Trino must use the same. */
function catalog(config: ProjectConfig): Entries {
  const common: Entries = [
    ["iceberg.catalog", config.catalog],
    ["iceberg.catalog.type", config.catalogKind],
    ["iceberg.catalog.uri", environment(names.lakeVariable.uri)],
  ];
  const jdbc: Entries = [
    ["iceberg.catalog.jdbc.user", environment(names.lakeVariable.user)],
    ["iceberg.catalog.jdbc.password", environment(names.lakeVariable.password)],
    ["iceberg.catalog.jdbc.schema-version", "V1"],
  ];
  return [
    ...common,
    ...(config.catalogKind === "jdbc" ? jdbc : []),
    ["iceberg.catalog.warehouse", environment(names.lakeVariable.warehouse)],
  ];
}

function files(config: ProjectConfig): Entries {
  if (!config.warehouse.startsWith("gs:"))
    return [["iceberg.catalog.io-impl", "org.apache.iceberg.hadoop.HadoopFileIO"]];
  return [
    ["iceberg.catalog.io-impl", "org.apache.iceberg.gcp.gcs.GCSFileIO"],
    ...(config.googleProject === null
      ? []
      : ([["iceberg.catalog.gcs.project-id", config.googleProject]] as const)),
  ];
}
