import type { NodeId } from "../graph/graph.ts";
import type { DbtTest } from "./dbt.ts";

/** A column of a captured table on its way from PostgreSQL to the current state. */
export interface ColumnPlan {
  readonly name: string;
  readonly description: string;
  /** As PostgreSQL spells it: `numeric(12,2)`. */
  readonly postgresType: string;
  /** Wide type of the changelog in Trino. */
  readonly bronzeType: string;
  /** Type of the current state in Trino. */
  readonly stateType: string;
  /** Trino expression from the bronze column to the state, over `{column}`; equal to `{column}` where nothing changes. */
  readonly cast: string;
  /** Trino expression of what stands in bronze for an unchanged large value, or null where none can come. */
  readonly placeholder: string | null;
  readonly nullable: boolean;
  readonly isKey: boolean;
  readonly unique: boolean;
  readonly accepted: readonly (string | number)[];
  readonly pii: string | null;
  /** Path of the column that it refers to: `customers.id`. */
  readonly references: string | null;
  /** How the reconcile test compares it; null where it is left out. */
  readonly compare: ComparePlan | null;
}

/** Two texts or numbers that are equal where PostgreSQL and the current state agree. */
export interface ComparePlan {
  /** PostgreSQL expression over `{column}`. */
  readonly postgres: string;
  /** Trino expression over `{column}`, of the current state. */
  readonly trino: string;
}

/** A captured table with all its names. */
export interface TablePlan {
  readonly id: NodeId;
  /** `shop.orders`. */
  readonly name: string;
  readonly description: string;
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** The user's file. */
  readonly file: string;
  readonly schema: string;
  readonly table: string;
  /** Names in PostgreSQL before it was renamed, oldest first. */
  readonly formerTables: readonly string[];
  /** Of the table's oldest name, as are the changelog and the state: one order of changes over the rename. */
  readonly topic: string;
  /** Matches the topic in every epoch, anchored; Java's regular expressions, which Trino has too. */
  readonly topicPattern: string;
  readonly key: readonly string[];
  readonly identity: "default" | "full" | "index";
  /** Columns in the order in which they are declared. */
  readonly columns: readonly ColumnPlan[];
  /** Name of the changelog and of the state in the lake. */
  readonly lakeTable: string;
  /** Name of what users read. */
  readonly currentTable: string;
  readonly bronzeSchema: string;
  readonly baseSchema: string;
  readonly currentSchema: string;
  readonly baseModel: string;
  readonly currentModel: string;
  /** Only where something reads it. */
  readonly historyModel: string | null;
  readonly historyTable: string;
  readonly changesModel: string | null;
  readonly changesTable: string;
  /** Where changes or history is read: both are views of it. It lies in the base schema, as `baseChangesTable`. */
  readonly baseChangesModel: string | null;
  readonly baseChangesTable: string;
  /** Tests of the current state that follow from the columns. */
  readonly tests: readonly DbtTest[];
  readonly estimatedRows: number;
  /** Seconds that tombstones are kept, or null for ever. */
  readonly keepDeletedSeconds: number | null;
}

/** A connector of Kafka Connect, ready to be sent. */
export interface ConnectorPlan {
  readonly name: string;
  readonly role: "source" | "sink";
  /** Keys in the order in which they are written. */
  readonly config: readonly (readonly [string, string])[];
}

/** A source with all its names. */
export interface SourcePlan {
  readonly id: NodeId;
  readonly name: string;
  readonly description: string;
  readonly file: string;
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** The name under which its slot, topics, connectors and changelogs were made: its oldest. */
  readonly oldestName: string;
  /** Names before it was renamed, oldest first. */
  readonly formerNames: readonly string[];
  readonly epoch: number;
  /** Name of the secret of its connection. */
  readonly secret: string;
  /** Airflow's connection id of the database. */
  readonly connection: string;
  /** Catalog of Trino over the database. */
  readonly catalog: string;
  readonly topicPrefix: string;
  /** Java regular expression whose first group is the epoch of a topic; no match is epoch 1. */
  readonly epochPattern: string;
  readonly slot: string;
  readonly publication: string;
  readonly controlTopic: string;
  /** Topic of the heartbeat table, and the schema of odp's own tables in the database. */
  readonly heartbeatTopic: string;
  readonly odpSchema: string;
  /** Statement of PostgreSQL that makes an event in the heartbeat's topic; the connector and the barrier run it. */
  readonly heartbeatStatement: string;
  readonly bronzeSchema: string;
  readonly baseSchema: string;
  readonly currentSchema: string;
  /**
   * Table of the ends of each epoch's snapshot, in the bronze schema: `topic, kafka_partition, first_offset, end_offset,
   * read_at`. One row a partition, empty ones too, written once an epoch after a heartbeat of it came by streaming.
   */
  readonly snapshotEndsTable: string;
  readonly partitions: number;
  readonly commitSeconds: number;
  readonly retentionSeconds: number;
  /** How long the control topic keeps the commits of the sink. */
  readonly controlRetentionSeconds: number;
  readonly longestOutageSeconds: number;
  readonly maxSlotWalMegabytes: number;
  readonly protect: boolean;
  /** Sorted by name. */
  readonly tables: readonly TablePlan[];
  readonly connectors: readonly ConnectorPlan[];
}

/** A Kafka topic. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly config: readonly (readonly [string, string])[];
  readonly why: string;
}
