import { envFile } from "../../../text/env-file.ts";
import { properties } from "../../../text/properties.ts";
import { yaml } from "../../../text/yaml.ts";
import type { Artifact } from "../../target.ts";
import { PLUGIN_PATH } from "../images/images.ts";
import { type DeploySection, deployFile } from "../section.ts";
import { databasesScript } from "./databases.ts";
import { bases, services } from "./services.ts";
import { SUPERSET_CONFIG } from "./superset-config.ts";
import { required } from "./values.ts";
import { ownVariables } from "./variables.ts";

/** The whole stack for one machine. */
export function composeFiles(plan: DeploySection): readonly Artifact[] {
  const file = (name: string, text: string): Artifact => deployFile(plan, `compose/${name}`, text);
  return [
    file("compose.yaml", `${START}${composeYaml(plan)}`),
    file(
      "base.yaml",
      `# What several services of compose.yaml have in common.\n${yaml({ services: bases(plan) })}`,
    ),
    file(".env.example", exampleText(plan)),
    file(".gitignore", ".env\n"),
    file("postgres/databases.sh", databasesScript(plan)),
    ...(plan.sources.length === 0 ? [] : [file("connect/worker.properties", workerProperties(plan))]),
    ...(plan.deploy.hasSuperset ? [file("superset/superset_config.py", SUPERSET_CONFIG)] : []),
  ];
}

const START = `# The whole stack on one machine; only this machine reaches its ports.
#   cp .env.example .env       and set what is empty in it
#   docker compose up --build --detach --wait
# Then the topics, tables and connectors are made: start the DAG that ends with __provision, at http://127.0.0.1:8081.
`;

function composeYaml(plan: DeploySection): string {
  const { slug, lake, hasMail } = plan.deploy;
  const all = services(plan);
  const volumes = [
    ...Object.keys(all).filter((name) => name.startsWith("kafka-")),
    "airflow-logs",
    "airflow-secrets",
    "postgres",
    ...(lake.kind === "folder" ? ["lake"] : []),
    ...(hasMail ? ["mail"] : []),
  ];
  return yaml({
    name: slug,
    services: all,
    volumes: Object.fromEntries(volumes.sort().map((name) => [name, {}])),
    ...(lake.kind === "bucket"
      ? { secrets: { "google-key": { file: required("ODP_GOOGLE_KEY_FILE") } } }
      : {}),
  });
}

function exampleText(plan: DeploySection): string {
  const all = [...plan.deploy.variables, ...ownVariables(plan)];
  const lines = (isSecret: boolean): string =>
    all
      .filter(({ value }) => (value === null) === isSecret)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value, why }) => `# ${why}\n${envFile([[name, value ?? ""]])}`)
      .join("");
  return [
    "# Copy to .env beside it, which git ignores, and set what is empty.",
    "# Values stand inside URLs and JSON: use letters, digits and - _ . ~ only; `openssl rand -hex 24` makes such ones.",
    "",
    "# Secrets",
    "",
    `${lines(true)}`,
    "# Settings",
    "",
    lines(false),
  ].join("\n");
}

function workerProperties({ config: { replicationFactor }, deploy: { slug } }: DeploySection): string {
  const replicas = String(replicationFactor);
  const topic = (name: string): string => `${slug}-connect-${name}`;
  return properties([
    ["bootstrap.servers", "kafka-1:9092"],
    ["group.id", `${slug}-connect`],
    ["config.storage.topic", topic("configs")],
    ["offset.storage.topic", topic("offsets")],
    ["status.storage.topic", topic("status")],
    ["config.storage.replication.factor", replicas],
    ["offset.storage.replication.factor", replicas],
    ["status.storage.replication.factor", replicas],
    // The barrier waits for offsets to be stored; the default is a minute.
    ["offset.flush.interval.ms", "5000"],
    ["listeners", "http://:8083"],
    ["rest.advertised.host.name", "connect"],
    ["plugin.path", PLUGIN_PATH],
    ["plugin.discovery", "service_load"],
    ["key.converter", "org.apache.kafka.connect.json.JsonConverter"],
    ["value.converter", "org.apache.kafka.connect.json.JsonConverter"],
    ["key.converter.schemas.enable", "false"],
    ["value.converter.schemas.enable", "false"],
    ["connector.client.config.override.policy", "All"],
    ["config.providers", "env"],
    ["config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider"],
    ["config.providers.env.param.allowlist.pattern", "^ODP_.*"],
  ]);
}
