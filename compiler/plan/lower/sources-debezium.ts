// The Debezium connector of a source. The values that the type table and the dbt models depend on stand here:
// decimal, time, interval, binary and hstore modes, the rewrite of deletes, the names of the added fields.
import type { Raw } from "../../../dsl/values.ts";
import type { ProjectConfig } from "../../graph/config.ts";
import * as names from "../names.ts";
import type { ConnectorPlan, SourcePlan, TablePlan } from "../sources.ts";
import { type Entries, withRaw } from "./sources-raw.ts";

/** A source before its connectors are made. */
export type CapturedSource = Omit<SourcePlan, "connectors">;

export function sourceConnector(source: CapturedSource, config: ProjectConfig, raw: Raw): ConnectorPlan {
  const name = names.sourceConnector(config.project, source.oldestName, source.epoch);
  return {
    name,
    role: "source",
    config: withRaw(
      [
        ["name", name],
        ["connector.class", "io.debezium.connector.postgresql.PostgresConnector"],
        ["tasks.max", "1"],
        ...connection(source.secret),
        ...replication(source, config),
        ...captured(source),
        ...snapshots(),
        ...heartbeat(source),
        ...values(),
        ...failures(),
        ...topicCreation(source, config),
        ...converters(),
        ...transforms(source),
      ],
      raw,
    ),
  };
}

/** A value that the Connect worker reads from its environment. */
export const environment = (variable: string): string => `\${env:${variable}}`;

function connection(secret: string): Entries {
  const variable = (field: string): string => environment(names.environmentVariable(secret, field));
  return [
    ["database.hostname", variable("host")],
    ["database.port", variable("port")],
    ["database.user", variable("user")],
    ["database.password", variable("password")],
    ["database.dbname", variable("database")],
  ];
}

function replication(source: CapturedSource, config: ProjectConfig): Entries {
  return [
    ["plugin.name", "pgoutput"],
    ["slot.name", source.slot],
    ["slot.drop.on.stop", "false"],
    ...(config.versions.postgres >= 17 ? ([["slot.failover", "true"]] as const) : []),
    ["publication.name", source.publication],
    // The publication is made by a reviewed script: the connector's user need not own the tables.
    ["publication.autocreate.mode", "disabled"],
    ["topic.prefix", source.topicPrefix],
    // The default would begin at the slot's position in silence when the stored offset disagrees.
    ["offset.mismatch.strategy", "trust_offset"],
  ];
}

/** Only declared columns leave the database: an undeclared one may be private, or of a type that the lake refuses. */
function captured(source: CapturedSource): Entries {
  const own = `${names.literalPattern(source.odpSchema)}\\.${names.heartbeatTable}`;
  const tables = source.tables.flatMap(tablePatterns);
  const columns = source.tables.flatMap((table) =>
    tablePatterns(table).map((pattern) => `${pattern}\\.${columnChoice(table)}`),
  );
  return [
    ["table.include.list", [...tables, own].join(",")],
    ["column.include.list", [...columns, `${own}\\.(id|at)`].join(",")],
  ];
}

/** The table by its name and by those before: the log holds changes that were made before it was renamed. */
const tablePatterns = ({ schema, table, formerTables }: TablePlan): readonly string[] =>
  [table, ...formerTables].map((name) => `${names.literalPattern(schema)}\\.${names.literalPattern(name)}`);

const columnChoice = ({ columns }: TablePlan): string =>
  `(${columns.map(({ name }) => names.literalPattern(name)).join("|")})`;

function snapshots(): Entries {
  return [
    ["snapshot.mode", "initial"],
    ["signal.enabled.channels", "source"],
    ["signal.data.collection", `${names.odpSchema}.${names.signalTable}`],
    ["incremental.snapshot.chunk.size", "4096"],
    ["incremental.snapshot.watermarking.strategy", "insert_delete"],
  ];
}

/** Without it the slot holds back WAL for ever while the captured tables are quiet. */
function heartbeat(source: CapturedSource): Entries {
  return [
    ["heartbeat.interval.ms", "10000"],
    ["heartbeat.action.query", source.heartbeatStatement],
  ];
}

function values(): Entries {
  return [
    ["tombstones.on.delete", "false"],
    ["skipped.operations", "t"],
    ["decimal.handling.mode", "string"],
    ["time.precision.mode", "microseconds"],
    ["interval.handling.mode", "string"],
    ["hstore.handling.mode", "json"],
    ["binary.handling.mode", "bytes"],
  ];
}

function failures(): Entries {
  return [
    ["event.processing.failure.handling.mode", "fail"],
    ["errors.tolerance", "none"],
    ["errors.max.retries", "10"],
  ];
}

/** Topics are provisioned before; these hold where one is missing. */
function topicCreation(source: CapturedSource, config: ProjectConfig): Entries {
  return [
    ["topic.creation.default.replication.factor", String(config.replicationFactor)],
    ["topic.creation.default.partitions", String(source.partitions)],
    ["topic.creation.default.cleanup.policy", "delete"],
    ["topic.creation.default.retention.ms", String(source.retentionSeconds * 1000)],
  ];
}

/** JSON without schemas: with them the sink would write a column's DEFAULT where the row has NULL. */
export function converters(): Entries {
  return [
    ["key.converter", "org.apache.kafka.connect.json.JsonConverter"],
    ["key.converter.schemas.enable", "false"],
    ["key.converter.replace.null.with.default", "false"],
    ["value.converter", "org.apache.kafka.connect.json.JsonConverter"],
    ["value.converter.schemas.enable", "false"],
    ["value.converter.replace.null.with.default", "false"],
  ];
}

/** Aliases in lower case: of `source.txId` the case-sensitive sink and Trino would make two columns. */
const ADDED_FIELDS = [
  "op",
  "ts_us",
  "source.ts_us:source_ts_us",
  "source.lsn:source_lsn",
  "source.txId:source_txid",
  "source.sequence:source_sequence",
  "source.snapshot:source_snapshot",
  "source.schema:source_schema",
  "source.table:source_table",
];

function transforms(source: CapturedSource): Entries {
  const renamed = source.tables.filter(({ formerTables }) => formerTables.length > 0);
  return [
    ["transforms", ["unwrap", ...renamed.map(routeName)].join(",")],
    ...unwrapping(),
    ...renamed.flatMap((table) => keptTopic(source, table)),
  ];
}

const routeName = ({ lakeTable }: TablePlan): string => `keep_topic_of_${lakeTable}`;

/** Changes of a renamed table go on in its topic: two topics would have no common order. */
function keptTopic(source: CapturedSource, table: TablePlan): Entries {
  const key = `transforms.${routeName(table)}`;
  const later = [...table.formerTables.slice(1), table.table].map(names.literalPattern).join("|");
  return [
    [`${key}.type`, "org.apache.kafka.connect.transforms.RegexRouter"],
    [`${key}.regex`, `${source.topicPrefix}\\.${names.literalPattern(table.schema)}\\.(?:${later})`],
    [`${key}.replacement`, table.topic],
  ];
}

function unwrapping(): Entries {
  return [
    ["transforms.unwrap.type", "io.debezium.transforms.ExtractNewRecordState"],
    ["transforms.unwrap.delete.tombstone.handling.mode", "rewrite"],
    ["transforms.unwrap.add.fields", ADDED_FIELDS.join(",")],
    ["transforms.unwrap.add.fields.prefix", "_cdc_"],
    ["transforms.unwrap.replace.null.with.default", "false"],
  ];
}
