// Which environment the emitted files need. Names of variables come from the files' own references, so that nothing is
// read that nobody gives.
import { type Graph, nodesOf } from "../../graph/graph.ts";
import type { AirflowPlan } from "../airflow.ts";
import type { BoundVariable, DatabasePlan, DeployPlan, LakePlan, Template, VariablePlan } from "../deploy.ts";
import * as names from "../names.ts";
import type { SourcePlan } from "../sources.ts";
import type { CatalogPlan } from "../trino.ts";
import { smtpConnection } from "./airflow-alerts.ts";
import { connectionValues } from "./deploy-connections.ts";
import { lowerImages } from "./deploy-images.ts";

interface Emitted {
  readonly sources: readonly SourcePlan[];
  readonly catalogs: readonly CatalogPlan[];
  readonly airflow: AirflowPlan;
}

/** Decides the environment of the programs that run the emitted files. */
export function lowerDeploy(graph: Graph, emitted: Emitted): DeployPlan {
  const { config } = graph;
  const { project } = config;
  const { sources, catalogs, airflow } = emitted;
  const bind = binder(graph, sources);
  const connections = connectionValues(graph, sources, airflow.connections);
  const reads = {
    connect: referencesOf(
      sources.flatMap(({ connectors }) => connectors.flatMap(({ config: keys }) => keys)),
    ),
    trino: referencesOf(catalogs.flatMap(({ properties }) => properties)),
  };
  const bound = {
    connect: reads.connect.map(bind),
    trino: reads.trino.map(bind),
    airflow: byName([...connections.bound, ...dbt(project)]),
  };
  const used = new Set(Object.values(bound).flat().flatMap(variablesOf));
  const databases = databasesOf(graph, sources);
  for (const { name, user, password } of databases)
    for (const variable of [name, user, password]) used.add(variable);
  return {
    project,
    slug: names.slug(project),
    configFile: "odp.config.ts",
    lake: lakeOf(config.warehouse),
    images: lowerImages(config),
    variables: byName(
      [...known(graph, sources), ...connections.variables].filter(({ name }) => used.has(name)),
    ),
    databases,
    ...bound,
    hasOpenwhisk: airflow.connections.some(({ id }) => id === names.connection.openwhisk),
    hasSuperset: nodesOf(graph, "dashboard").length > 0,
    hasMail: airflow.connections.some(({ id }) => id === smtpConnection(config)),
  };
}

function lakeOf(warehouse: string): LakePlan {
  const path = /^file:\/\/(\/.+)$/.exec(warehouse)?.[1];
  return path === undefined ? { kind: "bucket" } : { kind: "folder", path };
}

const REFERENCE = /\$\{(?:env|ENV):([A-Za-z0-9_]+)\}/g;

function referencesOf(entries: readonly (readonly [string, string])[]): readonly string[] {
  const found = entries.flatMap(([, value]) => [...value.matchAll(REFERENCE)].map(([, name]) => name ?? ""));
  return [...new Set(found)].sort();
}

function variablesOf({ value }: BoundVariable): readonly string[] {
  return value.flatMap((part) => (typeof part === "string" ? [] : [part.variable]));
}

/** `jdbc:postgresql://host:port/database`, over the variables of each. */
function jdbcAddress(variable: (field: string) => string): Template {
  const [host, port, database] = ["host", "port", "database"].map((field) => ({ variable: variable(field) }));
  if (host === undefined || port === undefined || database === undefined) return [];
  return ["jdbc:postgresql://", host, ":", port, "/", database];
}

/** Most variables are what was set; the addresses of databases are put together. */
function binder(graph: Graph, sources: readonly SourcePlan[]): (name: string) => BoundVariable {
  const addresses = new Map<string, Template>(
    sources.map(({ secret }) => [
      names.environmentVariable(secret, "jdbc_url"),
      jdbcAddress((field) => names.environmentVariable(secret, field)),
    ]),
  );
  if (graph.config.catalogKind === "jdbc")
    addresses.set(
      names.lakeVariable.uri,
      jdbcAddress((field) => names.environmentVariable("catalog", field)),
    );
  return (name) => ({ name, value: addresses.get(name) ?? [{ variable: name }] });
}

/** What dbt reads, where its profile has no default that fits. */
function dbt(project: string): readonly BoundVariable[] {
  return [
    { name: "ODP_DBT", value: ["/opt/dbt/bin/dbt"] },
    { name: `ODP_${project.toUpperCase()}_DBT_DIR`, value: [`/opt/odp/${project}/dbt`] },
    { name: "ODP_DBT_TARGET", value: ["dev"] },
    { name: "ODP_TRINO_HOST", value: [{ variable: "ODP_TRINO_HOST" }] },
    { name: "ODP_TRINO_PORT", value: [{ variable: "ODP_TRINO_PORT" }] },
    { name: "ODP_TRINO_USER", value: ["odp"] },
  ];
}

function known(graph: Graph, sources: readonly SourcePlan[]): readonly VariablePlan[] {
  const { warehouse, catalogKind } = graph.config;
  return [
    ...sources.flatMap((source) =>
      database(source.secret, source.name, `the database of source ${source.name}`),
    ),
    ...(catalogKind === "jdbc"
      ? database("catalog", "iceberg", "the database of the Iceberg catalog")
      : [
          {
            name: names.lakeVariable.uri,
            value: "https://catalog.example.com",
            why: "address of the Iceberg catalog",
          },
        ]),
    { name: names.lakeVariable.warehouse, value: warehouse, why: "where Iceberg keeps its files" },
    { name: "ODP_TRINO_HOST", value: "trino", why: "Trino, for dbt and the DAGs" },
    { name: "ODP_TRINO_PORT", value: "8080", why: "port of Trino" },
  ];
}

function database(secret: string, name: string, what: string): readonly VariablePlan[] {
  const variable = (field: string): string => names.environmentVariable(secret, field);
  return [
    { name: variable("host"), value: "postgres", why: `host of ${what}` },
    { name: variable("port"), value: "5432", why: `port of ${what}` },
    { name: variable("database"), value: name, why: `name of ${what}` },
    { name: variable("user"), value: `odp_${name}`, why: `user of ${what}` },
    { name: variable("password"), value: null, why: `password for ${what}` },
  ];
}

function databasesOf(graph: Graph, sources: readonly SourcePlan[]): readonly DatabasePlan[] {
  const of = (source: string | null, secret: string): DatabasePlan => ({
    source,
    name: names.environmentVariable(secret, "database"),
    user: names.environmentVariable(secret, "user"),
    password: names.environmentVariable(secret, "password"),
  });
  return [
    ...(graph.config.catalogKind === "jdbc" ? [of(null, "catalog")] : []),
    ...sources.map(({ name, secret }) => of(name, secret)),
  ];
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  const unique = new Map(items.map((item) => [item.name, item]));
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
