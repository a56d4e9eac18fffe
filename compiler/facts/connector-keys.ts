// A strict check of connector configurations. Kafka Connect itself accepts every unknown key without a word, and
// its `validate` call does not see the keys of families, transforms and client overrides at all.
import { CONVERTER_KEYS, POST_PROCESSOR_KEYS, TRANSFORM_KEYS } from "./connect-part-keys.ts";
import { refusedConnectorKey } from "./connector-refusals.ts";
import { DEBEZIUM_POSTGRES_KEYS } from "./debezium-postgres-keys.ts";
import { ICEBERG_SINK_KEYS, ICEBERG_SINK_NEW_IN_1_12 } from "./iceberg-sink-keys.ts";
import { KAFKA_ADMIN_KEYS, KAFKA_CONSUMER_KEYS, KAFKA_PRODUCER_KEYS } from "./kafka-client-keys.ts";
import { KAFKA_TOPIC_KEYS } from "./kafka-topic-keys.ts";
import { type KeyProblem, type KeyValues, unknownKey, valueProblem } from "./key-problem.ts";
import type { KeyType } from "./key-table.ts";

/** The releases whose keys are known. */
export interface ConnectorVersions {
  readonly "debezium-postgres": "3.7.0.Final";
  readonly "iceberg-sink": "1.12.0" | "1.11.0";
}

export type ConnectorPlugin = keyof ConnectorVersions;

/** Everything wrong with the keys and values of a connector, in the order of its keys. */
export function checkConnectorKeys<P extends ConnectorPlugin>(
  plugin: P,
  version: ConnectorVersions[P],
  keys: KeyValues,
): readonly KeyProblem[] {
  const config = new Map(keys);
  const context: Context = { plugin, config, system: SYSTEMS[plugin], own: ownKeys(plugin, version) };
  const problems: KeyProblem[] = [];
  for (const [key, value] of config) {
    const problem = refusedConnectorKey(plugin, key, value) ?? knownProblem(context, key, value);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

interface Context {
  readonly plugin: ConnectorPlugin;
  readonly system: string;
  readonly config: ReadonlyMap<string, string>;
  readonly own: ReadonlyMap<string, KeyType>;
}

/** A family of keys: where it begins, and the keys that may follow, if they are known. */
interface Family {
  readonly prefix: string;
  /** What may follow the prefix; absent: anything. */
  readonly keys?: ReadonlySet<string> | ReadonlyMap<string, KeyType>;
}

const SYSTEMS: Readonly<Record<ConnectorPlugin, string>> = {
  "debezium-postgres": "Debezium's PostgreSQL connector",
  "iceberg-sink": "the Apache Iceberg sink",
};

const NAMED_PART_KEYS = ["type", "predicate", "negate"];

const TOPIC_GROUP_KEYS: ReadonlyMap<string, KeyType> = new Map([
  ["replication.factor", "short"],
  ["partitions", "int"],
  ["include", "list"],
  ["exclude", "list"],
  ...KAFKA_TOPIC_KEYS,
]);

const TABLE_KEYS: ReadonlySet<string> = new Set([
  "commit-branch",
  "id-columns",
  "partition-by",
  "route-regex",
]);

/** `iceberg.kafka.*` goes to the control topic's consumer and producer and to the admin client alike. */
const ANY_CLIENT_KEYS: ReadonlySet<string> = new Set([
  ...KAFKA_CONSUMER_KEYS,
  ...KAFKA_PRODUCER_KEYS,
  ...KAFKA_ADMIN_KEYS,
]);

/** Keys with a part of the user's in the middle: salt, number of characters, name of a table. */
const DEBEZIUM_PATTERNS: readonly RegExp[] = [
  /^column\.mask\.hash(?:\.v2)?\.[^.]+\.with\.salt\..+$/,
  /^column\.mask\.with\.\d+\.chars$/,
  /^column\.truncate\.to\.\d+\.chars$/,
  /^snapshot\.select\.statement\.overrides\..+$/,
];

function ownKeys(plugin: ConnectorPlugin, version: string): ReadonlyMap<string, KeyType> {
  if (plugin === "debezium-postgres") return DEBEZIUM_POSTGRES_KEYS;
  if (version === "1.12.0") return ICEBERG_SINK_KEYS;
  return new Map([...ICEBERG_SINK_KEYS].filter(([key]) => !ICEBERG_SINK_NEW_IN_1_12.has(key)));
}

function knownProblem(context: Context, key: string, value: string): KeyProblem | undefined {
  const type = context.own.get(key);
  if (type !== undefined) return valueProblem(key, value, type);
  if (context.plugin === "debezium-postgres" && DEBEZIUM_PATTERNS.some((pattern) => pattern.test(key)))
    return undefined;
  const family = familyOf(context, key);
  if (family === undefined) return unknownKey(key, context.system, context.own.keys());
  const rest = key.slice(family.prefix.length);
  if (family.keys === undefined)
    return rest === "" ? unknownKey(key, context.system, context.own.keys()) : undefined;
  if (!family.keys.has(rest)) {
    return unknownKey(
      key,
      context.system,
      [...family.keys.keys()].map((known) => family.prefix + known),
    );
  }
  const restType = family.keys instanceof Map ? family.keys.get(rest) : undefined;
  return restType === undefined ? undefined : valueProblem(key, value, restType);
}

function familyOf({ plugin, config }: Context, key: string): Family | undefined {
  return (
    commonFamily(config, key) ??
    (plugin === "debezium-postgres" ? sourceFamily(config, key) : sinkFamily(key))
  );
}

function commonFamily(config: ReadonlyMap<string, string>, key: string): Family | undefined {
  const transform = namedPart(config, key, "transforms");
  if (transform !== undefined)
    return partFamily(transform, TRANSFORM_KEYS.get(config.get(`${transform}type`) ?? ""));
  const predicate = namedPart(config, key, "predicates");
  if (predicate !== undefined) return { prefix: predicate };
  const converter = /^(?:key|value|header)\.converter\./.exec(key)?.[0];
  if (converter === undefined) return undefined;
  const known = CONVERTER_KEYS.get(config.get(converter.slice(0, -1)) ?? "");
  return known === undefined ? { prefix: converter } : { prefix: converter, keys: known };
}

/** `transforms.<name>.` if the list `transforms` has the name: a part that is not listed never runs. */
function namedPart(config: ReadonlyMap<string, string>, key: string, list: string): string | undefined {
  const names = (config.get(list) ?? "").split(",").map((name) => name.trim());
  const name = names.find((candidate) => candidate !== "" && key.startsWith(`${list}.${candidate}.`));
  return name === undefined ? undefined : `${list}.${name}.`;
}

function partFamily(prefix: string, known: ReadonlyMap<string, KeyType> | undefined): Family {
  if (known === undefined) return { prefix };
  return { prefix, keys: new Map([...known, ...NAMED_PART_KEYS.map((key) => [key, "string"] as const)]) };
}

function sourceFamily(config: ReadonlyMap<string, string>, key: string): Family | undefined {
  if (key.startsWith("driver.")) return { prefix: "driver." };
  if (key.startsWith("producer.override."))
    return { prefix: "producer.override.", keys: KAFKA_PRODUCER_KEYS };
  const group = /^topic\.creation\.[^.]+\./.exec(key)?.[0];
  if (group !== undefined) return { prefix: group, keys: TOPIC_GROUP_KEYS };
  const names = (list: string): readonly string[] =>
    (config.get(list) ?? "").split(",").map((name) => name.trim());
  const own = (name: string): boolean => name !== "" && key.startsWith(`${name}.`);
  const processor = names("post.processors").find(own);
  if (processor !== undefined) return { prefix: `${processor}.`, keys: POST_PROCESSOR_KEYS };
  const converter = names("converters").find(own);
  return converter === undefined ? undefined : { prefix: `${converter}.` };
}

function sinkFamily(key: string): Family | undefined {
  if (key.startsWith("consumer.override."))
    return { prefix: "consumer.override.", keys: KAFKA_CONSUMER_KEYS };
  if (key.startsWith("iceberg.kafka.")) return { prefix: "iceberg.kafka.", keys: ANY_CLIENT_KEYS };
  // The name of the table may hold any number of points.
  const table = /^iceberg\.table\.(?:.+)\.(?=[^.]+$)/.exec(key)?.[0];
  if (table !== undefined) return { prefix: table, keys: TABLE_KEYS };
  const open = [
    "iceberg.catalog.",
    "iceberg.hadoop.",
    "iceberg.tables.auto-create-props.",
    "iceberg.tables.write-props.",
  ];
  const prefix = open.find((candidate) => key.startsWith(candidate));
  return prefix === undefined ? undefined : { prefix };
}
