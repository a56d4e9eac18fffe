// Strimzi's custom resources: the cluster, its nodes, topics, Connect with the plugins, connectors.
import { kubernetesName } from "../../../text/kubernetes-name.ts";
import type { YamlValue } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";
import { environment } from "./values.ts";
import { googleServiceAccount, lakeClaim, resources } from "./workloads.ts";

const API = "kafka.strimzi.io/v1";

const cluster = ({ deploy }: DeploySection): string => `${deploy.slug}-kafka`;
const connectCluster = ({ deploy }: DeploySection): string => `${deploy.slug}-connect`;
const labelled = (name: string, of: string) => ({ name, labels: { "strimzi.io/cluster": of } });

/** The cluster with as many nodes as a topic has replicas. */
export function kafkaCluster(plan: DeploySection): readonly YamlValue[] {
  const { replicationFactor, versions } = plan.config;
  const leastInSync = Math.max(1, replicationFactor - 1);
  return [
    {
      apiVersion: API,
      kind: "KafkaNodePool",
      metadata: labelled("nodes", cluster(plan)),
      spec: {
        replicas: replicationFactor,
        roles: ["controller", "broker"],
        storage: {
          type: "jbod",
          volumes: [
            { id: 0, type: "persistent-claim", size: "100Gi", kraftMetadata: "shared", deleteClaim: false },
          ],
        },
        resources: resources("500m", "2Gi"),
        jvmOptions: { "-Xms": "1g", "-Xmx": "1g" },
      },
    },
    {
      apiVersion: API,
      kind: "Kafka",
      metadata: { name: cluster(plan) },
      spec: {
        kafka: {
          version: versions.kafka,
          listeners: [{ name: "plain", port: 9092, type: "internal", tls: false }],
          config: {
            "auto.create.topics.enable": false,
            "default.replication.factor": replicationFactor,
            "min.insync.replicas": leastInSync,
            "offsets.topic.replication.factor": replicationFactor,
            "transaction.state.log.replication.factor": replicationFactor,
            "transaction.state.log.min.isr": leastInSync,
            "share.coordinator.state.topic.replication.factor": replicationFactor,
            "share.coordinator.state.topic.min.isr": leastInSync,
          },
        },
        entityOperator: { topicOperator: {} },
      },
    },
  ];
}

/** Every topic; its name in Kafka is not always one of Kubernetes. */
export function kafkaTopics(plan: DeploySection): readonly YamlValue[] {
  return plan.topics.map(({ name, partitions, replicationFactor, config }) => ({
    apiVersion: API,
    kind: "KafkaTopic",
    metadata: labelled(kubernetesName(name), cluster(plan)),
    spec: { topicName: name, partitions, replicas: replicationFactor, config: new Map(config) },
  }));
}

/** Connect, whose image the operator builds and pushes. */
export function kafkaConnect(plan: DeploySection): YamlValue {
  const { config, deploy } = plan;
  const name = connectCluster(plan);
  const topic = (suffix: string): string => `${name}-${suffix}`;
  const replicas = config.replicationFactor;
  const claim = lakeClaim(plan);
  const account = googleServiceAccount(plan);
  return {
    apiVersion: API,
    kind: "KafkaConnect",
    metadata: { name, annotations: { "strimzi.io/use-connector-resources": "true" } },
    spec: {
      version: config.versions.kafka,
      replicas: 1,
      bootstrapServers: `${cluster(plan)}-kafka-bootstrap:9092`,
      groupId: name,
      configStorageTopic: topic("configs"),
      offsetStorageTopic: topic("offsets"),
      statusStorageTopic: topic("status"),
      config: {
        "config.storage.replication.factor": replicas,
        "offset.storage.replication.factor": replicas,
        "status.storage.replication.factor": replicas,
        // The barrier waits for offsets to be stored; the default is a minute.
        "offset.flush.interval.ms": 5000,
        "key.converter": "org.apache.kafka.connect.json.JsonConverter",
        "value.converter": "org.apache.kafka.connect.json.JsonConverter",
        "key.converter.schemas.enable": false,
        "value.converter.schemas.enable": false,
        "connector.client.config.override.policy": "All",
        "config.providers": "env",
        "config.providers.env.class": "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
        "config.providers.env.param.allowlist.pattern": "^ODP_.*",
      },
      build: {
        output: {
          type: "docker",
          image: `registry.example.com/${name}:1`,
          pushSecret: `${deploy.slug}-registry`,
        },
        plugins: plugins(plan),
      },
      resources: resources("500m", "2Gi"),
      jvmOptions: { "-Xms": "1g", "-Xmx": "1g" },
      template: {
        connectContainer: {
          env: environment(plan, deploy.connect),
          ...(claim === undefined ? {} : { volumeMounts: [claim.mount] }),
        },
        ...(claim === undefined ? {} : { pod: { volumes: [claim.volume] } }),
        ...(account === undefined ? {} : { serviceAccount: { metadata: { annotations: account } } }),
      },
    },
  };
}

function plugins({ deploy: { images } }: DeploySection): YamlValue {
  const [group = "", artifact = "", version = ""] = images.debezium.split(":");
  const maven = (each: { readonly group: string; readonly artifact: string; readonly version: string }) => ({
    type: "maven",
    ...each,
    includeScope: "runtime",
  });
  return [
    { name: "debezium-postgres", artifacts: [maven({ group, artifact, version })] },
    { name: "iceberg-sink", artifacts: images.sink.map(maven) },
  ];
}

const APART = new Set(["name", "connector.class", "tasks.max"]);

/** A connector as Connect's REST interface would get it. */
export function kafkaConnectors(
  plan: DeploySection,
): readonly { readonly file: string; readonly document: YamlValue }[] {
  return plan.sources.flatMap(({ connectors }) =>
    connectors.map(({ name, config }) => {
      const keys = new Map(config);
      return {
        file: `connectors/${name}.yaml`,
        document: {
          apiVersion: API,
          kind: "KafkaConnector",
          metadata: labelled(name.replaceAll("_", "-"), connectCluster(plan)),
          spec: {
            class: keys.get("connector.class") ?? "",
            tasksMax: Number(keys.get("tasks.max") ?? "1"),
            // A connector that fails again and again needs a person; the DAG connect_health mails one.
            autoRestart: { enabled: true, maxRestarts: 5 },
            config: new Map(config.filter(([key]) => !APART.has(key))),
          },
        },
      };
    }),
  );
}
