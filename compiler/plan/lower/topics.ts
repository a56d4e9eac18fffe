import type { ProjectConfig } from "../../graph/config.ts";
import * as names from "../names.ts";
import type { SourcePlan, TopicPlan } from "../sources.ts";
import { withRaw } from "./sources-raw.ts";

const WEEK_MS = 7 * 86_400_000;

/** The topics of a source in its newest epoch, sorted by name. */
export function lowerTopics(source: SourcePlan, config: ProjectConfig): readonly TopicPlan[] {
  const { replicationFactor } = config;
  const kept = (retentionMs: number): readonly (readonly [string, string])[] => [
    // Compaction would destroy the changelog, and offsets would no longer be dense.
    ["cleanup.policy", "delete"],
    ["retention.ms", String(retentionMs)],
    ...(replicationFactor >= 3 ? ([["min.insync.replicas", "2"]] as const) : []),
  ];
  const small = (name: string, why: string, retentionMs: number): TopicPlan => ({
    name,
    partitions: 1,
    replicationFactor,
    config: kept(retentionMs),
    why,
  });
  const topics: readonly TopicPlan[] = [
    ...source.tables.map((table) => ({
      name: table.topic,
      partitions: source.partitions,
      replicationFactor,
      config: withRaw(kept(source.retentionSeconds * 1000), config.topicConfig),
      why: `changes of ${table.name}`,
    })),
    small(
      source.controlTopic,
      `commits of the sink of ${source.name}`,
      source.controlRetentionSeconds * 1000,
    ),
    small(source.heartbeatTopic, `heartbeat of ${source.name}, which the barrier follows`, WEEK_MS),
    small(
      names.topic(source.topicPrefix, names.odpSchema, names.signalTable),
      `signals to the connector of ${source.name}`,
      WEEK_MS,
    ),
    small(
      names.debeziumHeartbeatTopic(source.topicPrefix),
      `Debezium's own heartbeat of ${source.name}`,
      WEEK_MS,
    ),
  ];
  return [...topics].sort((a, b) => (a.name < b.name ? -1 : 1));
}
