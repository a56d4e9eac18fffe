// Apache Iceberg sink 1.12.0 on Kafka Connect 4.3.1: `GET /connector-plugins/IcebergSinkConnector/config`, which lists
// the keys of every sink of Connect too. 1.11.0 lacks one of them (`IcebergSinkConfig` of both releases).
import { keyTable } from "./key-table.ts";

export const ICEBERG_SINK_KEYS = keyTable(`
config.action.reload none|restart
connector.class string
connector.plugin.version string
errors.deadletterqueue.context.headers.enable boolean
errors.deadletterqueue.topic.name string
errors.deadletterqueue.topic.replication.factor short
errors.log.enable boolean
errors.log.include.messages boolean
errors.retry.delay.max.ms long
errors.retry.timeout long
errors.tolerance none|all
header.converter class
header.converter.plugin.version string
iceberg.catalog string
iceberg.connect.group-id string
iceberg.control.commit.interval-ms int
iceberg.control.commit.max-consecutive-failures int
iceberg.control.commit.threads int
iceberg.control.commit.timeout-ms int
iceberg.control.group-id-prefix string
iceberg.control.topic string
iceberg.coordinator-executor-keep-alive-timeout-ms long
iceberg.coordinator.transactional.prefix string
iceberg.hadoop-conf-dir string
iceberg.tables list
iceberg.tables.auto-create-enabled boolean
iceberg.tables.default-commit-branch string
iceberg.tables.default-id-columns string
iceberg.tables.default-partition-by string
iceberg.tables.dynamic-enabled boolean
iceberg.tables.evolve-schema-enabled boolean
iceberg.tables.route-field string
iceberg.tables.schema-case-insensitive boolean
iceberg.tables.schema-force-optional boolean
key.converter class
key.converter.plugin.version string
name string
predicates list
tasks.max int
tasks.max.enforce boolean
topics list
topics.regex string
transforms list
value.converter class
value.converter.plugin.version string
`);

/** Keys that came with 1.12.0. */
export const ICEBERG_SINK_NEW_IN_1_12: ReadonlySet<string> = new Set([
  "iceberg.control.commit.max-consecutive-failures",
]);
