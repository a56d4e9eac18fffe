import { checkTopicKeys } from "../../facts/topic-keys.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { rawEntries, rawFindings } from "../support/raw-keys.ts";

/** A raw setting of the topics that Kafka does not know, or that does harm. */
export const wrongTopicKey = check({
  code: "ODP3007",
  slug: "wrong-topic-key",
  severity: "error",
  explain: explanation({
    what: "A raw setting of the topics of changes is unknown to Kafka, has a wrong value, or destroys changes.",
    why: "The topics hold every change in its order. Compaction (`cleanup.policy=compact`) keeps the last change of a key only: history and the proof that no offset is missing are gone. Source: Apache Kafka, topic configuration.",
    mend: "Correct or remove the key.",
    bad: `kafka: { topic: { "cleanup.policy": "compact" } }`,
    good: `kafka: { topic: { "compression.type": "zstd" } }`,
  }),
  run: (graph, report) => {
    const { topicConfig, mark } = graph.config;
    for (const finding of rawFindings(
      topicConfig,
      checkTopicKeys(rawEntries(topicConfig)),
      markAt(mark, "kafka", "topic"),
      "`kafka.topic`",
    ))
      report(finding);
  },
});
