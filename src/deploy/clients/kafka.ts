import type { Admin, KafkaConfig, SASLOptions } from "kafkajs";
import type { Address } from "../connections.ts";

/** A topic as it is. */
export interface Topic {
  readonly partitions: number;
  readonly replicas: number;
  /** Settings of its own; what the broker gives all topics is left out. */
  readonly config: ReadonlyMap<string, string>;
}

export interface Topics {
  readonly brokers: () => Promise<number>;
  /** Those of the names that exist. */
  readonly read: (names: readonly string[]) => Promise<ReadonlyMap<string, Topic>>;
  readonly create: (name: string, topic: Topic) => Promise<void>;
  readonly addPartitions: (name: string, count: number) => Promise<void>;
  /** Sets some settings of a topic; its other ones stay. */
  readonly set: (name: string, config: ReadonlyMap<string, string>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const TOPIC_RESOURCE = 2;
/** Source of a setting in `DescribeConfigs`: the topic's own. */
const OWN = 1;
const SECONDS = 10;

/** Opens an administrator's session. Settings of the connection have the names of librdkafka, as in Airflow. */
export async function openKafka({ extra }: Address): Promise<Topics> {
  const { default: kafkajs } = await import("kafkajs");
  const bootstrap = extra.get("bootstrap.servers") ?? "";
  const admin = new kafkajs.Kafka({
    clientId: "odp",
    brokers: bootstrap.split(",").map((broker) => broker.trim()),
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: SECONDS * 1000,
    retry: { retries: 2 },
    ...security(extra),
  }).admin();
  const named = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw new Error(`Kafka ${bootstrap}: ${messageOf(error)}`);
    }
  };
  await named(admin.connect());
  return {
    brokers: () => named(admin.describeCluster()).then(({ brokers }) => brokers.length),
    read: (names) => named(readTopics(admin, names)),
    create: (name, { partitions, replicas, config }) =>
      named(
        admin.createTopics({
          topics: [
            {
              topic: name,
              numPartitions: partitions,
              replicationFactor: replicas,
              configEntries: entriesOf(config),
            },
          ],
        }),
      ).then(() => undefined),
    addPartitions: (name, count) =>
      named(admin.createPartitions({ topicPartitions: [{ topic: name, count }] })).then(() => undefined),
    set: (name, config) => named(setConfig(admin, name, config)),
    close: () => admin.disconnect(),
  };
}

const entriesOf = (config: ReadonlyMap<string, string>) =>
  [...config].map(([name, value]) => ({ name, value }));

async function readTopics(admin: Admin, names: readonly string[]): Promise<ReadonlyMap<string, Topic>> {
  const there = new Set(await admin.listTopics());
  const found = names.filter((name) => there.has(name));
  if (found.length === 0) return new Map();
  const { topics } = await admin.fetchTopicMetadata({ topics: found });
  const configs = await ownConfigs(admin, found);
  return new Map(
    topics.map(({ name, partitions }) => [
      name,
      {
        partitions: partitions.length,
        replicas: partitions[0]?.replicas.length ?? 0,
        config: configs.get(name) ?? new Map(),
      },
    ]),
  );
}

async function ownConfigs(
  admin: Admin,
  names: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: TOPIC_RESOURCE, name })),
  });
  return new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      new Map(
        configEntries
          .filter((entry) => Number(entry.configSource) === OWN)
          .map(({ configName, configValue }) => [configName, configValue]),
      ),
    ]),
  );
}

/** The protocol's older call replaces all settings of a topic, so those that stay go along. */
async function setConfig(admin: Admin, name: string, config: ReadonlyMap<string, string>): Promise<void> {
  const own = (await ownConfigs(admin, [name])).get(name) ?? new Map();
  await admin.alterConfigs({
    validateOnly: false,
    resources: [{ type: TOPIC_RESOURCE, name, configEntries: entriesOf(new Map([...own, ...config])) }],
  });
}

function security(
  extra: ReadonlyMap<string, string>,
): Pick<KafkaConfig, "ssl"> & Partial<Pick<KafkaConfig, "sasl">> {
  const protocol = (extra.get("security.protocol") ?? "plaintext").toLowerCase();
  const mechanism = (extra.get("sasl.mechanism") ?? extra.get("sasl.mechanisms") ?? "").toLowerCase();
  const login = { username: extra.get("sasl.username") ?? "", password: extra.get("sasl.password") ?? "" };
  const options = MECHANISMS[mechanism];
  return {
    ssl: protocol.endsWith("ssl"),
    ...(protocol.startsWith("sasl") && options !== undefined ? { sasl: options(login) } : {}),
  };
}

interface Login {
  readonly username: string;
  readonly password: string;
}
const MECHANISMS: Readonly<Record<string, (login: Login) => SASLOptions>> = {
  plain: (login) => ({ mechanism: "plain", ...login }),
  "scram-sha-256": (login) => ({ mechanism: "scram-sha-256", ...login }),
  "scram-sha-512": (login) => ({ mechanism: "scram-sha-512", ...login }),
};

/** The innermost reason: the client wraps each try. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors.at(-1));
  if (error instanceof Error && error.cause instanceof Error) return messageOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}
