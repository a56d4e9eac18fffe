/**
 * Every name that two systems share is made here and nowhere else. Checks call these functions before lowering, so
 * that lengths and clashes are found while they can still be reported.
 *
 * Environments differ in catalog, bucket and cluster only: no name carries one.
 */
import type { FormerNames } from "../../dsl/values.ts";
import { uuidV5 } from "../text/uuid.ts";

/** Names before a rename, oldest first. */
export const formerNames = (movedFrom: FormerNames | undefined): readonly string[] =>
  movedFrom === undefined ? [] : typeof movedFrom === "string" ? [movedFrom] : movedFrom;
/**
 * The name under which slots, topics, changelogs and DAGs were made. A rename keeps it, so that nothing is made anew
 * and no history is lost; what is rebuilt from them (views, dbt models) takes the new name.
 */
export const oldestName = (name: string, movedFrom: FormerNames | undefined): string =>
  formerNames(movedFrom)[0] ?? name;

const suffix = (epoch: number): string => (epoch > 1 ? `_e${epoch}` : "");

/** Prefix of the topics of a source; a new epoch gets new topics. */
export const topicPrefix = (project: string, source: string, epoch: number): string =>
  `${project}_${source}${suffix(epoch)}`;
export const topic = (prefix: string, schema: string, table: string): string =>
  `${prefix}.${schema}.${table}`;
/** Replication slot and publication: `[a-z0-9_]`, 63 characters at most in PostgreSQL. */
export const slot = (project: string, source: string, epoch: number): string =>
  `odp_${project}_${source}${suffix(epoch)}`;
export const publication = slot;
export const sourceConnector = (project: string, source: string, epoch: number): string =>
  `${project}-${source}-source${epoch > 1 ? `-e${epoch}` : ""}`;
/** The sink reads the topics of every epoch, so its name and its consumer group stay. */
export const sinkConnector = (project: string, source: string): string => `${project}-${source}-sink`;
export const controlTopic = (project: string, source: string): string => `${project}-${source}-control`;
/** Topic of Debezium's own heartbeats, which it names itself. */
export const debeziumHeartbeatTopic = (prefix: string): string => `__debezium-heartbeat.${prefix}`;

/** Java regular expression of the topic of a table in every epoch. */
export const topicPattern = (project: string, source: string, schema: string, table: string): string =>
  `^${topicEpochs(project, source)}\\.${literalPattern(schema)}\\.${literalPattern(table)}$`;
/** Java regular expression whose first group is the epoch of a topic; no match is epoch 1. */
export const epochPattern = (project: string, source: string): string =>
  `^${topicPrefix(project, source, 1)}_e([0-9]+)\\.`;
const topicEpochs = (project: string, source: string): string =>
  `${topicPrefix(project, source, 1)}(_e[0-9]+)?`;
/** A name inside a regular expression, where a comma would divide a list of Debezium's too. */
export const literalPattern = (name: string): string =>
  name.replace(/[^A-Za-z0-9_]/g, (character) => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** odp's own tables in the database of a source; several projects may share them. */
export const odpSchema = "odp";
export const heartbeatTable = "heartbeat";
export const signalTable = "debezium_signal";
/** Role that holds what capturing needs; the connector's user is a member. */
export const captureRole = (project: string, source: string): string => `odp_${project}_${source}_capture`;

/** A table of the source's own schema keeps its name; one of a further schema carries the schema. */
export const tableName = (schema: string, table: string, ownSchema: string): string =>
  schema === ownSchema ? table : `${schema}_${table}`;

/** Schemas of a source in the lake: its current tables, their changelog, their state with tombstones. */
export const currentSchema = (source: string): string => source;
export const bronzeSchema = (source: string): string => `${source}_bronze`;
export const baseSchema = (source: string): string => `${source}_base`;
/** Table of the ends of each epoch's snapshot, beside the changelogs; no table of a source begins with `odp_`. */
export const snapshotEndsTable = "odp_snapshot_ends";
/** Catalog of Trino over the database of a source, for comparing. */
export const sourceCatalog = (source: string): string => `${source}_pg`;
export const historyTable = (table: string): string => `${table}_history`;
export const changesTable = (table: string): string => `${table}_changes`;

/** dbt's names are unique in a project, so they carry the source. */
export const baseModel = (source: string, table: string): string => `base_${source}__${table}`;
/** Changes with what building them needs; the model of the changes shows the declared columns of it. */
export const baseChangesModel = (source: string, table: string): string => `base_${source}__${table}_changes`;
export const currentModel = (source: string, table: string): string => `${source}__${table}`;
export const historyModel = (source: string, table: string): string => `${source}__${table}_history`;
export const changesModel = (source: string, table: string): string => `${source}__${table}_changes`;

/** Schema of a model, by its layer. */
export const layerSchema = {
  staging: "staging",
  intermediate: "intermediate",
  mart: "marts",
  model: "models",
  seed: "seeds",
} as const;

/** Ids of DAGs; each is the name of its file too. */
export const dag = {
  source: (project: string, source: string): string => `${project}__source__${source}`,
  transform: (project: string, pipeline: string): string => `${project}__${pipeline}`,
  report: (project: string, report: string): string => `${project}__report__${report}`,
  action: (project: string, action: string): string => `${project}__action__${action}`,
  backfill: (project: string): string => `${project}__backfill`,
  maintenance: (project: string): string => `${project}__maintenance`,
  provision: (project: string): string => `${project}__provision`,
  connectHealth: (project: string): string => `${project}__connect_health`,
} as const;

/** Package of the actions of OpenWhisk. */
export const openwhiskPackage = (project: string): string => project;
/** Actions of OpenWhisk: `package/action`. One action delivers every report of a project. */
export const deliveryAction = (project: string): string => `${project}/deliver`;
export const userAction = (project: string, action: string): string => `${project}/${action}`;

export const dbtPool = (project: string): string => `${project}_dbt`;
export const maintenancePool = (project: string): string => `${project}_maintenance`;

/** An asset is one table of the lake. */
export const assetName = (project: string, schema: string, table: string): string =>
  `${project}.${schema}.${table}`;
/** No host and no catalog in it: the same table is the same asset in every environment. */
export const assetUri = (project: string, schema: string, table: string): string =>
  `x-odp://${project}/${schema}/${table}`;

/** Ids of Airflow connections; values come from `AIRFLOW_CONN_*` or a secrets backend. */
export const connection = {
  trino: "odp_trino",
  kafkaConnect: "odp_kafka_connect",
  kafka: "odp_kafka",
  openwhisk: "odp_openwhisk",
  /** pyiceberg looks for the tables of a JDBC catalog under the id of its connection, so that is the catalog's name. */
  iceberg: (catalog: string): string => catalog,
  /** The database of a JDBC catalog, which provisioning prepares. */
  catalogDatabase: "odp_iceberg_catalog",
  smtp: "odp_smtp",
  /** The database of a source, and any secret that a step or an alert names. */
  of: (secret: string): string => `odp_${secret}`,
} as const;

/** Variables of the environment in which Kafka Connect resolves a secret: `ODP_SHOP_PG_PASSWORD`. */
export const environmentVariable = (secret: string, field: string): string =>
  `ODP_${secret.toUpperCase()}_${field.toUpperCase()}`;

/** Selectors of dbt: what one task builds. */
export const selector = {
  /** A pipeline without steps has one stage and one selector of its own name; stages count from 1. */
  stage: (pipeline: string, index: number, count: number): string =>
    count === 1 ? pipeline : `${pipeline}__${index}`,
  /** One model of a pipeline that is built model by model. */
  model: (pipeline: string, model: string): string => `${pipeline}__${model}`,
  /** The models of the captured tables of a source. */
  source: (source: string): string => `source__${source}`,
  /** One model, without its tests of today's data. */
  backfill: (model: string): string => `backfill__${model}`,
} as const;
/** Variables of the environment that place the lake, for Kafka Connect and Trino. */
export const lakeVariable = {
  /** `jdbc:postgresql://host:5432/iceberg`, or the address of the REST catalog. */
  uri: "ODP_CATALOG_URI",
  user: "ODP_CATALOG_USER",
  password: "ODP_CATALOG_PASSWORD",
  warehouse: "ODP_WAREHOUSE",
} as const;

/** The dbt project's name. */
export const dbtProject = (project: string): string => `odp_${project}`;

/** A project in names of Docker and Kubernetes, which know no `_`. */
export const slug = (project: string): string => project.replaceAll("_", "-");

/**
 * What Superset knows of a project. UUIDs follow from the oldest name of a thing, so that it keeps its links, and from
 * nothing of an environment: a dashboard is the same one everywhere.
 */
export const superset = {
  database: (project: string): string => `odp_${project}`,
  /** Last part of the address of a dashboard: `/superset/dashboard/shop-sales/`. */
  slug: (project: string, dashboard: string): string => `${project}-${dashboard}`,
  uuid: (project: string, kind: "database" | "dataset" | "chart" | "dashboard", oldest: string): string =>
    uuidV5(`${kind}:${oldest}`, uuidV5(`odp:${project}`)),
} as const;
