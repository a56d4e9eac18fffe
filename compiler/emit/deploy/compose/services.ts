// The services of one machine. What several have in common stands in base.yaml, which they extend.
import type { YamlValue } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";
import { airflowBase, airflowServices } from "./airflow.ts";
import { after, extending, health, lakeAccess, local, type Services } from "./parts.ts";
import { environment, required } from "./values.ts";

/** What several services have in common. */
export function bases(plan: DeploySection): Services {
  return { ...(plan.sources.length === 0 ? {} : { kafka: kafkaBase(plan) }), airflow: airflowBase(plan) };
}

/** Every service, those that others wait for first. */
export function services(plan: DeploySection): Services {
  const { deploy } = plan;
  return {
    postgres: postgres(plan),
    ...(deploy.lake.kind === "folder" ? { "lake-folder": lakeFolder(plan, deploy.lake.path) } : {}),
    ...(plan.sources.length === 0 ? {} : { ...kafka(plan), connect: connect(plan) }),
    trino: trino(plan),
    ...airflowServices(plan),
    ...(deploy.hasSuperset ? superset(plan) : {}),
    ...(deploy.hasOpenwhisk ? { openwhisk: openwhisk() } : {}),
    ...(deploy.hasMail ? { mail: mail(plan) } : {}),
  };
}

function postgres({ deploy, sources }: DeploySection): YamlValue {
  const limit = Math.max(1024, ...sources.map(({ maxSlotWalMegabytes }) => maxSlotWalMegabytes));
  const settings = {
    wal_level: "logical",
    max_replication_slots: 20,
    max_wal_senders: 20,
    max_slot_wal_keep_size: `${limit}MB`,
  };
  const passwords = [
    "ODP_AIRFLOW_DATABASE_PASSWORD",
    ...(deploy.hasSuperset ? ["ODP_SUPERSET_DATABASE_PASSWORD"] : []),
    ...deploy.databases.flatMap(({ name, user, password }) => [name, user, password]),
  ];
  return {
    image: deploy.images.postgres,
    command: ["postgres", ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    environment: new Map([
      ["POSTGRES_PASSWORD", required("ODP_POSTGRES_PASSWORD")],
      ...[...new Set(passwords)].sort().map((name) => [name, required(name)] as const),
    ]),
    ports: local(5432),
    volumes: ["postgres:/var/lib/postgresql/data", "./postgres:/docker-entrypoint-initdb.d:ro"],
    // While it prepares its databases the server listens on its socket only.
    healthcheck: health("pg_isready -h 127.0.0.1 -U postgres", 30),
    mem_limit: "1g",
    shm_size: "256m",
    restart: "unless-stopped",
  };
}

/** A new volume belongs to root; the programs that write to the lake are several users. */
function lakeFolder({ deploy }: DeploySection, path: string): YamlValue {
  return {
    image: deploy.images.postgres,
    user: "root",
    entrypoint: ["chmod", "1777", path],
    volumes: [`lake:${path}`],
    mem_limit: "64m",
    restart: "no",
  };
}

const broker = (index: number): string => `kafka-${index}`;
const brokers = ({ config }: DeploySection): readonly number[] =>
  Array.from({ length: config.replicationFactor }, (_, index) => index + 1);

/** As many brokers as a topic has replicas, each a controller too. */
function kafkaBase(plan: DeploySection): YamlValue {
  const all = brokers(plan);
  const replicas = String(all.length);
  const leastInSync = String(Math.max(1, all.length - 1));
  return {
    image: plan.deploy.images.kafka,
    environment: {
      // Sixteen bytes in base64; every broker of the stack has the same.
      CLUSTER_ID: "b2RwLWNvbXBvc2Utc3RhYw",
      KAFKA_PROCESS_ROLES: "broker,controller",
      KAFKA_CONTROLLER_LISTENER_NAMES: "CONTROLLER",
      KAFKA_CONTROLLER_QUORUM_VOTERS: all.map((index) => `${index}@${broker(index)}:9093`).join(","),
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,LOCAL:PLAINTEXT",
      KAFKA_INTER_BROKER_LISTENER_NAME: "PLAINTEXT",
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false",
      KAFKA_DEFAULT_REPLICATION_FACTOR: replicas,
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: replicas,
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: replicas,
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: leastInSync,
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: replicas,
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: leastInSync,
      KAFKA_LOG_DIRS: "/var/lib/kafka/data",
      KAFKA_HEAP_OPTS: "-Xms256m -Xmx512m",
    },
    healthcheck: health("nc -z 127.0.0.1 9092", 30),
    mem_limit: "1g",
    restart: "unless-stopped",
  };
}

function kafka(plan: DeploySection): Services {
  return Object.fromEntries(
    brokers(plan).map((index) => {
      const port = 29091 + index;
      const name = broker(index);
      return [
        name,
        {
          extends: extending("kafka"),
          environment: {
            KAFKA_NODE_ID: String(index),
            KAFKA_LISTENERS: `PLAINTEXT://:9092,CONTROLLER://:9093,LOCAL://:${port}`,
            KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${name}:9092,LOCAL://127.0.0.1:${port}`,
          },
          ports: local(port),
          volumes: [`${name}:/var/lib/kafka/data`],
        },
      ];
    }),
  );
}

const onBrokers = (plan: DeploySection): Readonly<Record<string, "healthy">> =>
  Object.fromEntries(brokers(plan).map((index) => [broker(index), "healthy"] as const));

function connect(plan: DeploySection): YamlValue {
  const lake = lakeAccess(plan);
  return {
    build: { context: "../..", dockerfile: "deploy/images/connect.Dockerfile" },
    image: `${plan.deploy.slug}-connect`,
    // The sink reads the worker's file from the command line.
    command: ["/opt/kafka/bin/connect-distributed.sh", "/etc/connect/worker.properties"],
    environment: new Map([
      ...environment(plan.deploy.connect),
      ...Object.entries(lake.environment),
      ["KAFKA_HEAP_OPTS", "-Xms512m -Xmx1g"],
    ]),
    ports: local(8083),
    volumes: ["./connect:/etc/connect:ro", ...lake.volumes],
    ...lake.secrets,
    depends_on: after({ ...onBrokers(plan), postgres: "healthy", ...lake.needs }),
    healthcheck: health("wget -q -O /dev/null http://127.0.0.1:8083/connectors", 60),
    mem_limit: "2g",
    restart: "unless-stopped",
  };
}

function trino(plan: DeploySection): YamlValue {
  const lake = lakeAccess(plan);
  return {
    image: plan.deploy.images.trino,
    environment: new Map([...environment(plan.deploy.trino), ...Object.entries(lake.environment)]),
    ports: local(8080),
    volumes: ["../../trino/catalog:/etc/trino/catalog:ro", ...lake.volumes],
    ...lake.secrets,
    depends_on: after({ postgres: "healthy", ...lake.needs }),
    healthcheck: health("/usr/lib/trino/bin/health-check", 60),
    // Its heap is four fifths of this.
    mem_limit: "4g",
    restart: "unless-stopped",
  };
}

function superset({ deploy }: DeploySection): Services {
  const common = {
    build: { context: "superset", dockerfile: "../../images/superset.Dockerfile" },
    image: `${deploy.slug}-superset`,
    environment: {
      SUPERSET_SECRET_KEY: required("ODP_SUPERSET_SECRET_KEY"),
      ODP_SUPERSET_DATABASE_URI: `postgresql+psycopg2://odp_superset:${required("ODP_SUPERSET_DATABASE_PASSWORD")}@postgres:5432/superset`,
    },
    mem_limit: "1500m",
  };
  return {
    "superset-init": {
      ...common,
      environment: {
        ...common.environment,
        ODP_SUPERSET_ADMIN_PASSWORD: required("ODP_SUPERSET_ADMIN_PASSWORD"),
      },
      // A user who is there already is no failure.
      command: [
        "sh",
        "-c",
        'superset db upgrade && superset fab create-admin --username admin --firstname Admin --lastname Admin --email admin@example.com --password "$$ODP_SUPERSET_ADMIN_PASSWORD" && superset init',
      ],
      depends_on: after({ postgres: "healthy" }),
      restart: "no",
    },
    superset: {
      ...common,
      ports: local(8088),
      depends_on: after({ "superset-init": "done", trino: "healthy" }),
      healthcheck: health("curl -fsS http://127.0.0.1:8088/health", 60),
      restart: "unless-stopped",
    },
  };
}

/** It starts a container for each action, beside itself. */
function openwhisk(): YamlValue {
  return {
    image: required("ODP_OPENWHISK_IMAGE"),
    hostname: "openwhisk",
    ports: local(3233),
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"],
    healthcheck: health("curl -fsS http://127.0.0.1:3233/", 60),
    mem_limit: "1500m",
    restart: "unless-stopped",
  };
}

/** Keeps every mail and sends none on; port 8025 shows them. */
function mail({ deploy }: DeploySection): YamlValue {
  return {
    image: deploy.images.mail,
    ports: [...local(8025), ...local(1025)],
    volumes: ["mail:/data"],
    environment: { MP_DATABASE: "/data/mail.db" },
    healthcheck: health("/mailpit readyz", 5),
    mem_limit: "128m",
    restart: "unless-stopped",
  };
}
