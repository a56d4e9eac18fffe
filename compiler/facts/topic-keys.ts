import { KAFKA_TOPIC_KEYS } from "./kafka-topic-keys.ts";
import { type KeyProblem, type KeyValues, unknownKey, valueProblem } from "./key-problem.ts";

/** Everything wrong with the configuration of a topic that carries changes, in the order of its keys. */
export function checkTopicKeys(keys: KeyValues): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  for (const [key, value] of keys) {
    const problem = topicProblem(key, value);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

function topicProblem(key: string, value: string): KeyProblem | undefined {
  const type = KAFKA_TOPIC_KEYS.get(key);
  if (type === undefined) return unknownKey(key, "Kafka", KAFKA_TOPIC_KEYS.keys());
  if (key !== "cleanup.policy") return valueProblem(key, value, type);
  const policies = value.split(",").map((policy) => policy.trim());
  if (policies.includes("compact")) {
    return { kind: "refused", key, reason: "compaction destroys the changelog", suggestion: "delete" };
  }
  return policies.every((policy) => policy === "delete")
    ? undefined
    : valueProblem(key, value, ["delete", "compact"]);
}
