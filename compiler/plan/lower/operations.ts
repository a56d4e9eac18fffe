import { postgresString } from "../../text/postgres-sql.ts";
import { connection } from "../names.ts";
import type { Operation } from "../operations.ts";
import type { PostgresScript } from "../postgres.ts";
import type { ConnectorPlan, SourcePlan, TopicPlan } from "../sources.ts";
import type { TrinoScript } from "../trino.ts";

interface Provisioned {
  readonly sources: readonly SourcePlan[];
  readonly topics: readonly TopicPlan[];
  readonly postgres: readonly PostgresScript[];
  readonly trino: readonly TrinoScript[];
}

const CATALOG = "iceberg_catalog";

/**
 * Everything that has to be there before changes flow: database, topics, tables, sink, source. The sink comes before
 * the source, so that a mistake in it shows before the snapshot is taken.
 */
export function lowerOperations(provisioned: Provisioned): readonly Operation[] {
  const { sources, topics, postgres } = provisioned;
  const catalog = postgres.filter(({ source }) => source === null).map(catalogOperation);
  return [
    ...catalog,
    ...sources.flatMap((source) => databaseOperations(source, postgres)),
    ...topics.map(topicOperation),
    ...sources.flatMap((source) => [
      ...lakeOperations(source, provisioned, catalog.length > 0),
      ...source.connectors.toReversed().map((connector) => connectorOperation(source, connector, topics)),
    ]),
  ];
}

function catalogOperation(script: PostgresScript): Operation {
  return {
    id: CATALOG,
    title: "Tables of the Iceberg catalog",
    after: [],
    source: null,
    kind: "postgres",
    connection: connection.catalogDatabase,
    statements: script.statements,
    file: script.path,
  };
}

const capture = (source: SourcePlan): string => `capture_${source.name}`;
const preflight = (source: SourcePlan): string => `preflight_${source.name}`;
const tables = (source: SourcePlan): string => `tables_${source.name}`;
const topic = (name: string): string => `topic_${name}`;
const connector = ({ role }: ConnectorPlan, source: SourcePlan): string => `${role}_${source.name}`;

function databaseOperations(source: SourcePlan, scripts: readonly PostgresScript[]): readonly Operation[] {
  const script = (name: string): PostgresScript | undefined =>
    scripts.find((one) => one.path === `postgres/${source.name}.${name}.sql`);
  const role = script("role");
  const captured = script("capture");
  const checked = script("preflight");
  const { connection } = source;
  return [
    {
      id: capture(source),
      title: `Role, replica identities and publication of ${source.name}`,
      after: [],
      source: source.name,
      kind: "postgres",
      connection,
      statements: [...(role?.statements ?? []), ...(captured?.statements ?? [])],
      file: captured?.path ?? "",
    },
    {
      id: preflight(source),
      title: `Nothing in the database of ${source.name} stands in the way`,
      after: [capture(source)],
      source: source.name,
      kind: "postgres",
      connection,
      statements: (checked?.statements ?? []).map((query) => failing(source, query)),
      file: checked?.path ?? "",
    },
  ];
}

/** Raises what the query finds, warnings left out. */
function failing(source: SourcePlan, query: string): string {
  const line = "object || ' ' || problem || ' (' || remedy || ')'";
  return [
    "do $odp$",
    "declare found text;",
    "begin",
    `select string_agg(${line}, E'\\n') into found from (`,
    query,
    ") as problems where severity = 'error';",
    "if found is not null then",
    `  raise exception '%', ${postgresString(`${source.name} cannot be captured:`)} || E'\\n' || found;`,
    "end if;",
    "end",
    "$odp$",
  ].join("\n");
}

function topicOperation(plan: TopicPlan): Operation {
  return {
    id: topic(plan.name),
    title: `Topic ${plan.name}: ${plan.why}`,
    after: [],
    source: null,
    kind: "topic",
    topic: plan.name,
    partitions: plan.partitions,
    replicationFactor: plan.replicationFactor,
    config: plan.config,
  };
}

function lakeOperations(
  source: SourcePlan,
  { trino }: Provisioned,
  hasCatalog: boolean,
): readonly Operation[] {
  return trino
    .filter(({ path }) => path === `trino/ddl/${source.name}.sql`)
    .map((script) => ({
      id: tables(source),
      title: `Schemas and changelogs of ${source.name}`,
      after: hasCatalog ? [CATALOG] : [],
      source: source.name,
      kind: "trino",
      statements: script.statements,
      file: script.path,
    }));
}

function connectorOperation(
  source: SourcePlan,
  plan: ConnectorPlan,
  topics: readonly TopicPlan[],
): Operation {
  const own = new Set([
    ...source.tables.map((table) => table.topic),
    ...(plan.role === "sink" ? [source.controlTopic] : [source.heartbeatTopic]),
  ]);
  const needed = topics.filter(({ name }) => own.has(name)).map(({ name }) => topic(name));
  const sink = source.connectors.find(({ role }) => role === "sink");
  const before =
    plan.role === "sink"
      ? [tables(source)]
      : [preflight(source), ...(sink === undefined ? [] : [connector(sink, source)])];
  return {
    id: connector(plan, source),
    title: plan.role === "sink" ? `Sink of ${source.name} into the lake` : `Capture of ${source.name}`,
    after: [...before, ...needed],
    source: source.name,
    kind: "connector",
    name: plan.name,
    file: `connect/${plan.name}.json`,
    config: plan.config,
  };
}
