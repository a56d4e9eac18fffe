import { seconds } from "../../graph/config.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import { changesKeptSeconds, commitsKeptSeconds, longestOutageSeconds } from "../../graph/retention.ts";
import * as names from "../names.ts";
import type { Operation, Removal } from "../operations.ts";
import type { PostgresScript } from "../postgres.ts";
import type { SourcePlan, TopicPlan } from "../sources.ts";
import type { CatalogPlan, TrinoScript } from "../trino.ts";
import { lowerOperations } from "./operations.ts";
import { lowerRemovals } from "./operations-removals.ts";
import { lowerPostgres } from "./postgres.ts";
import { heartbeatStatement } from "./postgres-heartbeat.ts";
import { sourceConnector } from "./sources-debezium.ts";
import { sinkConnector } from "./sources-sink.ts";
import { lowerTables } from "./sources-tables.ts";
import { lowerTopics } from "./topics.ts";
import { lowerTrinoScripts } from "./trino.ts";
import { lowerCatalogs } from "./trino-catalogs.ts";

/** The sections of the plan that bring tables of PostgreSQL into the lake. */
export interface CapturePlan {
  readonly sources: readonly SourcePlan[];
  readonly topics: readonly TopicPlan[];
  readonly postgres: readonly PostgresScript[];
  readonly catalogs: readonly CatalogPlan[];
  readonly trino: readonly TrinoScript[];
  readonly operations: readonly Operation[];
  readonly removals: readonly Removal[];
}

/** Decides everything about captured tables, up to the dbt models that read their changelogs. */
export function lowerSources(graph: Graph): CapturePlan {
  const { config } = graph;
  const nodes = nodesOf(graph, "postgres");
  const sources = nodes.map((node) => lowerSource(graph, node));
  const topics = sources.flatMap((source) => lowerTopics(source, config));
  const postgres = lowerPostgres(graph, sources);
  const trino = lowerTrinoScripts(sources, config.catalog);
  return {
    sources,
    topics,
    postgres,
    catalogs: lowerCatalogs(sources, config),
    trino,
    operations: lowerOperations({ sources, topics, postgres, trino }),
    removals: sources.flatMap((source) => lowerRemovals(source, config)),
  };
}

function lowerSource(graph: Graph, node: GraphNode<"postgres">): SourcePlan {
  const { project } = graph.config;
  const { name, declaration } = node;
  const { spec } = declaration;
  const epoch = spec.epoch ?? 1;
  const oldest = names.oldestName(name, spec.movedFrom);
  const topicPrefix = names.topicPrefix(project, oldest, epoch);
  const plan = {
    id: node.id,
    name,
    description: node.description ?? "",
    file: node.file,
    owner: spec.owner ?? null,
    tags: [...(spec.tags ?? [])].sort(),
    oldestName: oldest,
    formerNames: names.formerNames(spec.movedFrom),
    epoch,
    secret: spec.connection.name,
    connection: names.connection.of(spec.connection.name),
    catalog: names.sourceCatalog(name),
    topicPrefix,
    epochPattern: names.epochPattern(project, oldest),
    slot: names.slot(project, oldest, epoch),
    publication: names.publication(project, oldest, epoch),
    controlTopic: names.controlTopic(project, oldest),
    heartbeatTopic: names.topic(topicPrefix, names.odpSchema, names.heartbeatTable),
    odpSchema: names.odpSchema,
    heartbeatStatement: heartbeatStatement(names.slot(project, oldest, epoch)),
    bronzeSchema: names.bronzeSchema(oldest),
    baseSchema: names.baseSchema(oldest),
    currentSchema: names.currentSchema(name),
    snapshotEndsTable: names.snapshotEndsTable,
    partitions: spec.partitions ?? 1,
    commitSeconds: seconds(spec.commitEvery ?? "60s"),
    retentionSeconds: changesKeptSeconds(spec),
    controlRetentionSeconds: commitsKeptSeconds(spec),
    longestOutageSeconds: longestOutageSeconds(spec),
    maxSlotWalMegabytes: spec.maxSlotWalMegabytes ?? 51_200,
    protect: spec.protect ?? false,
    tables: lowerTables(graph, node, topicPrefix),
  };
  const { connect } = spec;
  return {
    ...plan,
    connectors: [
      sourceConnector(plan, graph.config, connect?.source ?? {}),
      sinkConnector(plan, graph.config, connect?.sink ?? {}),
    ],
  };
}
