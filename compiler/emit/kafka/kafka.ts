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
    "topic() {",
    "  name=$1 partitions=$2 replication_factor=$3; shift 3",
    '  kafka-topics.sh --bootstrap-server "$KAFKA" --create --if-not-exists --topic "$name" \\',
    '    --partitions "$partitions" --replication-factor "$replication_factor" "$@"',
    "}",
    "",
    ...topics.map(
      ({ name, partitions, replicationFactor, config, why }) =>
        `# ${why}\ntopic ${shellWord(name)} ${partitions} ${replicationFactor}${config.map(([key, value]) => ` --config ${shellWord(`${key}=${value}`)}`).join("")}`,
    ),
    "",
  ].join("\n");
}
