import { expect, test } from "vitest";
import { checkCatalogKeys } from "../../../compiler/facts/catalog-keys.ts";
import { checkConnectorKeys } from "../../../compiler/facts/connector-keys.ts";
import { checkTopicKeys } from "../../../compiler/facts/topic-keys.ts";
import { TRINO_RESERVED_WORDS } from "../../../compiler/facts/trino-reserved-words.ts";
import { ICEBERG_TABLE_PROPERTIES } from "../../../compiler/facts/trino-table-properties.ts";
import { RESERVED_WORDS } from "../../../compiler/sql/keywords.ts";

const JSON_CONVERTERS = {
  "key.converter": "org.apache.kafka.connect.json.JsonConverter",
  "key.converter.schemas.enable": "false",
  "value.converter": "org.apache.kafka.connect.json.JsonConverter",
  "value.converter.schemas.enable": "false",
  "value.converter.replace.null.with.default": "false",
};

/** The two connectors that ran. */
const SOURCE: Readonly<Record<string, string>> = {
  name: "shop-source",
  "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
  "tasks.max": "1",
  "database.hostname": "127.0.0.1",
  "database.port": `\${env:ODP_PG_PORT}`,
  "database.user": "cdc",
  "database.password": `\${env:ODP_PG_PASSWORD}`,
  "database.dbname": "shop",
  "plugin.name": "pgoutput",
  "slot.name": "odp_test_shop",
  "slot.drop.on.stop": "false",
  "publication.name": "odp_test_shop",
  "publication.autocreate.mode": "disabled",
  "topic.prefix": "shop",
  "table.include.list": "shop\\.orders",
  "snapshot.mode": "initial",
  "signal.enabled.channels": "source",
  "signal.data.collection": "odp.debezium_signal",
  "incremental.snapshot.watermarking.strategy": "insert_delete",
  "heartbeat.interval.ms": "2000",
  "heartbeat.action.query": "select 1",
  "offset.mismatch.strategy": "trust_offset",
  "tombstones.on.delete": "false",
  "skipped.operations": "t",
  "decimal.handling.mode": "string",
  "time.precision.mode": "microseconds",
  "interval.handling.mode": "string",
  "hstore.handling.mode": "json",
  "binary.handling.mode": "bytes",
  "event.processing.failure.handling.mode": "fail",
  "errors.max.retries": "10",
  "poll.interval.ms": "100",
  "topic.creation.default.replication.factor": "1",
  "topic.creation.default.partitions": "1",
  "topic.creation.default.cleanup.policy": "delete",
  "topic.creation.default.retention.ms": "604800000",
  "column.mask.with.5.chars": "shop.orders.note",
  ...JSON_CONVERTERS,
  transforms: "unwrap",
  "transforms.unwrap.type": "io.debezium.transforms.ExtractNewRecordState",
  "transforms.unwrap.delete.tombstone.handling.mode": "rewrite",
  "transforms.unwrap.add.fields": "op,ts_us",
  "transforms.unwrap.add.fields.prefix": "_cdc_",
  "transforms.unwrap.replace.null.with.default": "false",
};

const SINK: Readonly<Record<string, string>> = {
  name: "shop-bronze",
  "connector.class": "org.apache.iceberg.connect.IcebergSinkConnector",
  "tasks.max": "1",
  topics: "shop.shop.orders",
  ...JSON_CONVERTERS,
  "consumer.override.auto.offset.reset": "earliest",
  "errors.tolerance": "none",
  transforms: "meta",
  "transforms.meta.type": "org.apache.iceberg.connect.transforms.KafkaMetadataTransform",
  "transforms.meta.field_name": "_kafka",
  "iceberg.tables": "bronze.shop_orders",
  "iceberg.tables.route-field": "_kafka_topic",
  "iceberg.table.bronze.shop_orders.route-regex": "^shop\\.shop\\.orders$",
  "iceberg.tables.auto-create-enabled": "false",
  "iceberg.tables.evolve-schema-enabled": "true",
  "iceberg.tables.schema-force-optional": "true",
  "iceberg.control.topic": "control-shop-bronze",
  "iceberg.control.commit.interval-ms": "5000",
  "iceberg.kafka.auto.offset.reset": "earliest",
  "iceberg.kafka.transaction.timeout.ms": "15000",
  "iceberg.catalog": "lake",
  "iceberg.catalog.type": "jdbc",
  "iceberg.catalog.jdbc.schema-version": "V1",
};

const source = (more: Readonly<Record<string, string>> = {}) =>
  checkConnectorKeys("debezium-postgres", "3.7.0.Final", Object.entries({ ...SOURCE, ...more }));
const sink = (more: Readonly<Record<string, string>> = {}, version: "1.12.0" | "1.11.0" = "1.12.0") =>
  checkConnectorKeys("iceberg-sink", version, Object.entries({ ...SINK, ...more }));

test("connectors that ran have no problem", () => {
  expect(source()).toEqual([]);
  expect(sink()).toEqual([]);
  expect(sink({}, "1.11.0")).toEqual([]);
});

test.each<readonly [string, string, string, string | undefined]>([
  ["slot.nmae", "x", "unknown", "slot.name"],
  ["transforms.unwrap.add.feilds", "op", "unknown", "transforms.unwrap.add.fields"],
  ["transforms.other.type", "x", "unknown", undefined],
  ["value.converter.schema.enable", "false", "unknown", "value.converter.schemas.enable"],
  ["topic.creation.default.partition", "1", "unknown", "topic.creation.default.partitions"],
  ["producer.override.lingr.ms", "5", "unknown", "producer.override.linger.ms"],
  ["plugin.name", "pgoutptu", "wrong-value", "pgoutput"],
  ["database.port", "many", "wrong-value", undefined],
  ["slot.name", "Shop-Slot", "wrong-value", undefined],
  ["tasks.max", "2", "wrong-value", "1"],
  ["decimal.handling.mode", "double", "refused", "string"],
  ["skipped.operations", "t,d", "refused", "t"],
  ["errors.tolerance", "all", "refused", "none"],
  ["value.converter.schemas.enable", "true", "refused", "false"],
  ["value.converter", "io.confluent.connect.avro.AvroConverter", "refused", JSON_CONVERTERS["key.converter"]],
  ["topic.creation.default.cleanup.policy", "delete,compact", "refused", "delete"],
  ["internal.advanced.metrics.enable", "true", "refused", undefined],
])("source: %s=%s is %s", (key, value, kind, suggestion) => {
  const problem = source({ [key]: value }).find((one) => one.key === key);
  expect([problem?.kind, problem?.suggestion]).toEqual([kind, suggestion]);
});

test.each<readonly [string, string, string, string | undefined]>([
  ["iceberg.tables.cdc-field", "_cdc_op", "fork-only", undefined],
  ["iceberg.tables.upsert-mode-enabled", "true", "fork-only", undefined],
  ["connector.class", "io.tabular.iceberg.connect.IcebergSinkConnector", "fork-only", undefined],
  ["iceberg.tables.auto-create-enabled", "true", "refused", undefined],
  [
    "iceberg.table.bronze.shop_orders.route-regexp",
    "x",
    "unknown",
    "iceberg.table.bronze.shop_orders.route-regex",
  ],
  ["iceberg.control.commit.intervall-ms", "1", "unknown", "iceberg.control.commit.interval-ms"],
  ["iceberg.control.commit.interval-ms", "often", "wrong-value", undefined],
  ["iceberg.kafka.session.timout.ms", "6000", "unknown", "iceberg.kafka.session.timeout.ms"],
  ["iceberg.catalog.", "x", "unknown", "iceberg.catalog"],
])("sink: %s=%s is %s", (key, value, kind, suggestion) => {
  const problem = sink({ [key]: value }).find((one) => one.key === key);
  expect([problem?.kind, problem?.suggestion]).toEqual([kind, suggestion]);
});

test("the sink's transform that drops the LSN is refused", () => {
  const type = "org.apache.iceberg.connect.transforms.DebeziumTransform";
  expect(sink({ "transforms.meta.type": type }).map(({ kind }) => kind)).toEqual(["refused"]);
});

test("keys go by the version of the sink", () => {
  const more = { "iceberg.control.commit.max-consecutive-failures": "3" };
  expect(sink(more)).toEqual([]);
  expect(sink(more, "1.11.0").map(({ kind }) => kind)).toEqual(["unknown"]);
});

test("topics carry changes", () => {
  const kinds = (keys: Readonly<Record<string, string>>) =>
    checkTopicKeys(Object.entries(keys)).map(({ kind }) => kind);
  expect(
    kinds({ "retention.ms": "604800000", "cleanup.policy": "delete", "compression.type": "zstd" }),
  ).toEqual([]);
  expect(kinds({ "cleanup.policy": "compact" })).toEqual(["refused"]);
  expect(kinds({ "cleanup.policy": "delet" })).toEqual(["wrong-value"]);
  expect(kinds({ "retention.ms": "7 days", "retention.sm": "1" })).toEqual(["wrong-value", "unknown"]);
});

const CATALOG: Readonly<Record<string, string>> = {
  "connector.name": "iceberg",
  "iceberg.catalog.type": "jdbc",
  "iceberg.jdbc-catalog.driver-class": "org.postgresql.Driver",
  "iceberg.jdbc-catalog.connection-url": "jdbc:postgresql://127.0.0.1/iceberg",
  "iceberg.jdbc-catalog.connection-user": `\${ENV:PG_USER}`,
  "iceberg.jdbc-catalog.catalog-name": "lake",
  "iceberg.jdbc-catalog.schema-version": "V1",
  "iceberg.jdbc-catalog.default-warehouse-dir": "file:///warehouse",
  "iceberg.file-format": "PARQUET",
  "iceberg.compression-codec": "ZSTD",
  "iceberg.unique-table-location": "true",
  "fs.hadoop.enabled": "true",
};

test("catalogs go by connector, version and what else they say", () => {
  const iceberg = (more: Readonly<Record<string, string>>, version: "476" | "483" = "476") =>
    checkCatalogKeys("iceberg", version, Object.entries({ ...CATALOG, ...more }));
  expect(iceberg({})).toEqual([]);
  expect(iceberg({ "fs.native-gcs.enabled": "true", "gcs.project-id": "p" })).toEqual([]);
  expect(iceberg({ "gcs.project-id": "p" })[0]?.reason).toContain("fs.native-gcs.enabled");
  expect(iceberg({ "iceberg.compresion-codec": "ZSTD" })[0]?.suggestion).toBe("iceberg.compression-codec");
  expect(iceberg({ "hive.metastore.uri": "thrift://x" })[0]?.kind).toBe("refused");
  expect(iceberg({ "iceberg.default-format-version": "2" })[0]?.kind).toBe("refused");
  expect(iceberg({ "fs.gcs.enabled": "true" })[0]?.kind).toBe("refused");
  expect(
    iceberg(
      { "fs.gcs.enabled": "true", "gcs.auth-type": "APPLICATION_DEFAULT", "gcs.project-id": "p" },
      "483",
    ),
  ).toEqual([]);
  expect(iceberg({ "connector.name": "hive" })[0]?.suggestion).toBe("iceberg");
  const postgresql = {
    "connector.name": "postgresql",
    "connection-url": "jdbc:postgresql://x/y",
    "postgresql.array-mapping": "AS_JSON",
  };
  expect(checkCatalogKeys("postgresql", "476", Object.entries(postgresql))).toEqual([]);
  expect(checkCatalogKeys("postgresql", "476", [["connection-pool.enabled", "true"]])[0]?.kind).toBe(
    "unknown",
  );
});

test("facts about Trino agree with each other", () => {
  expect([...TRINO_RESERVED_WORDS]).toEqual(RESERVED_WORDS.map((word) => word.toLowerCase()));
  expect(ICEBERG_TABLE_PROPERTIES.get("partitioning")).toBe("array(varchar)");
  expect(ICEBERG_TABLE_PROPERTIES.has("compression_codec")).toBe(false);
});
