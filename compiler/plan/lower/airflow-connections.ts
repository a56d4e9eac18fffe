// The connections that the DAGs of a project need. Values come from `AIRFLOW_CONN_*` or a secrets backend.
import type { Secret } from "../../../dsl/values.ts";
import { nodesOf } from "../../graph/graph.ts";
import type { ConnectionPlan } from "../airflow.ts";
import { connection } from "../names.ts";
import { smtpConnection } from "./airflow-alerts.ts";
import { type DagContext, sortedBy } from "./airflow-context.ts";

/** Sorted by id, each once. */
export function connections(context: DagContext): readonly ConnectionPlan[] {
  const all = [...services(context), ...capture(context), ...delivery(context), ...steps(context)];
  return sortedBy([...new Map(all.toReversed().map((one) => [one.id, one])).values()], ({ id }) => id);
}

function services({ graph }: DagContext): readonly ConnectionPlan[] {
  if (graph.nodes.size === 0) return [];
  return [
    {
      id: connection.trino,
      example: "trino://odp@trino.example.com:8080",
      usedFor: "Trino: upkeep, steps, the barrier",
    },
  ];
}

function capture({ graph, sources, operations }: DagContext): readonly ConnectionPlan[] {
  if (sources.length === 0) return [];
  const { catalogKind, warehouse } = graph.config;
  const extra =
    catalogKind === "rest"
      ? { type: "rest", uri: "https://catalog.example.com", warehouse }
      : {
          type: "sql",
          uri: "postgresql+psycopg2://odp@catalog.example.com/iceberg",
          warehouse,
          init_catalog_tables: "false",
        };
  const databases = operations.flatMap((operation) =>
    operation.kind === "postgres" ? [operation.connection] : [],
  );
  return [
    {
      id: connection.iceberg(graph.config.catalog),
      example: JSON.stringify({ conn_type: "iceberg", extra }),
      usedFor: "the Iceberg catalog, under its own name: watchers start DAGs on commits of its tables",
    },
    {
      id: connection.kafka,
      example: JSON.stringify({
        conn_type: "kafka",
        extra: { "bootstrap.servers": "kafka.example.com:9092" },
      }),
      usedFor: "Kafka: topics, and where they end",
    },
    {
      id: connection.kafkaConnect,
      example: "http://connect.example.com:8083",
      usedFor: "the REST interface of Kafka Connect",
    },
    ...sources.map((source) =>
      database(source.connection, `the database of source ${source.name}: barrier, slot, provisioning`),
    ),
    ...databases.map((id) => database(id, "a database that provisioning prepares")),
  ];
}

function database(id: string, usedFor: string): ConnectionPlan {
  return { id, example: "postgres://odp@database.example.com:5432/name", usedFor };
}

function delivery(context: DagContext): readonly ConnectionPlan[] {
  const { graph } = context;
  const hasActions = nodesOf(graph, "report").length + nodesOf(graph, "action").length > 0;
  const hasAlerts =
    graph.config.alerts !== null ||
    nodesOf(graph, "pipeline").some(({ declaration }) => (declaration.spec.alerts ?? []).length > 0);
  return [
    ...(hasActions
      ? [
          {
            id: connection.openwhisk,
            example: "https://openwhisk.example.com",
            usedFor: "OpenWhisk: login and password are its key",
          },
        ]
      : []),
    ...(hasAlerts
      ? [
          {
            id: smtpConnection(graph.config),
            example: "smtp://smtp.example.com:587/?from_email=odp%40example.com",
            usedFor: "mails about failed or late runs",
          },
        ]
      : []),
  ];
}

function steps({ graph }: DagContext): readonly ConnectionPlan[] {
  return nodesOf(graph, "step").flatMap(({ name, declaration: { spec } }) => {
    const { run } = spec;
    const secrets =
      "env" in run
        ? Object.values(run.env ?? {}).filter((value): value is Secret => typeof value !== "string")
        : [];
    const called =
      run.kind === "http"
        ? [
            {
              id: connection.of(run.connection.name),
              example: "https://service.example.com",
              usedFor: `step ${name}`,
            },
          ]
        : [];
    return [
      ...called,
      ...secrets.map((secret) => ({
        id: connection.of(secret.name),
        example: JSON.stringify({ conn_type: "generic" }),
        usedFor: `step ${name}: its password is the secret`,
      })),
    ];
  });
}
