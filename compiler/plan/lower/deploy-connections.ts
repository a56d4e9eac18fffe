// Values of Airflow's connections, as JSON over the variables of the deployment.
import type { Graph } from "../../graph/graph.ts";
import type { ConnectionPlan } from "../airflow.ts";
import type { BoundVariable, Template, VariablePlan } from "../deploy.ts";
import * as names from "../names.ts";
import type { SourcePlan } from "../sources.ts";
import { smtpConnection } from "./airflow-alerts.ts";

/** `bare` stands without quotes: `true` or `false`. */
type Field = string | Template | { readonly bare: string } | { readonly [key: string]: Field };

interface Connections {
  readonly bound: readonly BoundVariable[];
  readonly variables: readonly VariablePlan[];
}

/** Every connection of the DAGs. One that odp knows nothing about is a secret as a whole. */
export function connectionValues(
  graph: Graph,
  sources: readonly SourcePlan[],
  connections: readonly ConnectionPlan[],
): Connections {
  const known = knownConnections(graph, sources);
  const bound = connections.map(({ id }) => {
    const fields = known.get(id);
    const name = environmentName(id);
    return { name, value: fields === undefined ? [{ variable: name }] : jsonOf(fields) };
  });
  const foreign = connections
    .filter(({ id }) => !known.has(id))
    .map(({ id, usedFor }) => ({ name: environmentName(id), value: null, why: usedFor }));
  return { bound, variables: [...foreign, ...SETTINGS] };
}

const environmentName = (id: string): string => `AIRFLOW_CONN_${id.toUpperCase()}`;

const variable = (name: string): Template => [{ variable: name }];

/** Variables that only connections read. */
const SETTINGS: readonly VariablePlan[] = [
  { name: "ODP_KAFKA_BOOTSTRAP", value: "kafka-1:9092", why: "address of a broker of Kafka" },
  { name: "ODP_KAFKA_CONNECT_HOST", value: "connect", why: "Kafka Connect" },
  { name: "ODP_OPENWHISK_HOST", value: "openwhisk", why: "OpenWhisk" },
  {
    name: "ODP_OPENWHISK_USER",
    value: null,
    why: "first part of the namespace's key, before the colon; the standalone prints its own when it starts",
  },
  { name: "ODP_OPENWHISK_PASSWORD", value: null, why: "second part of the namespace's key" },
  { name: "ODP_SMTP_HOST", value: "mail", why: "server that takes the mails" },
  { name: "ODP_SMTP_PLAIN", value: "true", why: "true for a mail server without TLS, false for one with it" },
  { name: "ODP_SMTP_PORT", value: "1025", why: "port of the mail server" },
];

function knownConnections(
  graph: Graph,
  sources: readonly SourcePlan[],
): ReadonlyMap<string, { readonly [key: string]: Field }> {
  const { config } = graph;
  const { connection } = names;
  const catalog = (field: string): string => names.environmentVariable("catalog", field);
  const all: (readonly [string, { readonly [key: string]: Field }])[] = [
    [
      connection.trino,
      {
        conn_type: "trino",
        host: variable("ODP_TRINO_HOST"),
        port: variable("ODP_TRINO_PORT"),
        login: "odp",
        schema: config.catalog,
      },
    ],
    [
      connection.kafka,
      { conn_type: "kafka", extra: { "bootstrap.servers": variable("ODP_KAFKA_BOOTSTRAP") } },
    ],
    [connection.kafkaConnect, { conn_type: "http", host: variable("ODP_KAFKA_CONNECT_HOST"), port: "8083" }],
    [
      connection.openwhisk,
      {
        conn_type: "http",
        host: variable("ODP_OPENWHISK_HOST"),
        port: "3233",
        login: variable("ODP_OPENWHISK_USER"),
        password: variable("ODP_OPENWHISK_PASSWORD"),
      },
    ],
    [
      smtpConnection(config),
      {
        conn_type: "smtp",
        host: variable("ODP_SMTP_HOST"),
        port: variable("ODP_SMTP_PORT"),
        extra: {
          from_email: config.alerts?.from ?? "odp@example.com",
          disable_ssl: { bare: "ODP_SMTP_PLAIN" },
          disable_tls: { bare: "ODP_SMTP_PLAIN" },
        },
      },
    ],
    ...sources.map(
      (source) =>
        [source.connection, database((field) => names.environmentVariable(source.secret, field))] as const,
    ),
  ];
  if (config.catalogKind === "jdbc") {
    all.push([connection.catalogDatabase, database(catalog)]);
    const extra = {
      type: "sql",
      uri: catalogUri(catalog),
      warehouse: variable(names.lakeVariable.warehouse),
      init_catalog_tables: "false",
    };
    const files = config.warehouse.startsWith("gs:")
      ? {}
      : { "py-io-impl": "pyiceberg.io.fsspec.FsspecFileIO" };
    all.push([connection.iceberg(config.catalog), { conn_type: "iceberg", extra: { ...extra, ...files } }]);
  } else {
    const extra = {
      type: "rest",
      uri: variable(names.lakeVariable.uri),
      warehouse: variable(names.lakeVariable.warehouse),
    };
    all.push([connection.iceberg(config.catalog), { conn_type: "iceberg", extra }]);
  }
  return new Map(all);
}

function database(field: (name: string) => string): { readonly [key: string]: Field } {
  return {
    conn_type: "postgres",
    host: variable(field("host")),
    port: variable(field("port")),
    login: variable(field("user")),
    password: variable(field("password")),
    schema: variable(field("database")),
  };
}

function catalogUri(field: (name: string) => string): Template {
  const part = (name: string) => ({ variable: field(name) });
  return [
    "postgresql+psycopg2://",
    part("user"),
    ":",
    part("password"),
    "@",
    part("host"),
    ":",
    part("port"),
    "/",
    part("database"),
  ];
}

function jsonOf(fields: { readonly [key: string]: Field }): Template {
  const parts = Object.entries(fields).flatMap(([key, field], index) => [
    `${index === 0 ? "" : ","}${JSON.stringify(key)}:`,
    ...jsonField(field),
  ]);
  return joined(["{", ...parts, "}"]);
}

function jsonField(field: Field): Template {
  if (typeof field === "string") return [JSON.stringify(field)];
  if (!isTemplate(field)) return isBare(field) ? [{ variable: field.bare }] : jsonOf(field);
  // What is set stands inside a JSON text: the example says which characters that allows.
  return [
    '"',
    ...field.map((part) => (typeof part === "string" ? JSON.stringify(part).slice(1, -1) : part)),
    '"',
  ];
}

function isBare(field: Exclude<Field, string | Template>): field is { readonly bare: string } {
  return typeof field.bare === "string" && Object.keys(field).length === 1;
}

function isTemplate(field: Field): field is Template {
  return Array.isArray(field);
}

/** Neighbouring texts as one. */
function joined(template: Template): Template {
  const parts: (string | { readonly variable: string })[] = [];
  for (const part of template) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}
