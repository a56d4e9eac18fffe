import type { Plan } from "../../plan/plan.ts";
import type { TopicPlan } from "../../plan/sources.ts";
import { header } from "../../text/header.ts";
import { shellWord } from "../../text/shell.ts";
import { yaml } from "../../text/yaml.ts";
import { target } from "../target.ts";

/** The topics of all sources, as data and as a script. */
export const kafka = target({
  summary: "Kafka topics",
  reads: ["sources", "topics"],
  emit: ({ sources, topics }) => {
    if (topics.length === 0) return [];
    const from = sources.map(({ id }) => id);
    const head = header("hash", filesOf(sources));
    return [
      { path: "kafka/topics.yaml", text: head + yaml({ topics: topics.map(entry) }), from },
      { path: "kafka/create-topics.sh", text: script(head, topics), from },
    ];
  },
});

function filesOf(sources: Plan["sources"]): string {
  return [...new Set(sources.map(({ file }) => file))].sort().join(", ");
}

function entry({ name, partitions, replicationFactor, config }: TopicPlan) {
  return {
    name,
    partitions,
    replication_factor: replicationFactor,
    config: new Map(config),
  };
}

function script(head: string, topics: readonly TopicPlan[]): string {
  return [
    "#!/bin/sh",
    `${head}# Creates what is missing; a topic that is there stays as it is. KAFKA is the address of a broker.`,
    "set -eu",
    "",
    ...topics.map(command),
  ].join("\n");
}

/** One setting a line, so that branches which change different ones merge. */
function command({ name, partitions, replicationFactor, config, why }: TopicPlan): string {
  return [
    `# ${why}`,
    'kafka-topics.sh --bootstrap-server "$KAFKA" \\',
    `  --create --topic ${shellWord(name)} --partitions ${partitions} \\`,
    ...config.map(([key, value]) => `  --config ${shellWord(`${key}=${value}`)} \\`),
    "  --if-not-exists \\",
    `  --replication-factor ${replicationFactor}`,
    "",
  ].join("\n");
}
