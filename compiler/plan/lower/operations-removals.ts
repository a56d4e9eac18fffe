// What has to be taken away by hand. What was declared before is not known here, so each list says how a table or the
// source is removed; the connectors, slots and topics of older epochs are known by their names.
import type { ProjectConfig } from "../../graph/config.ts";
import { postgresIdentifier, postgresName, postgresString } from "../../text/postgres-sql.ts";
import { shellWord } from "../../text/shell.ts";
import { sqlName } from "../../text/sql.ts";
import * as names from "../names.ts";
import type { Removal } from "../operations.ts";
import type { SourcePlan } from "../sources.ts";

/** Older epochs first, then the views of former names, then a table that is no longer declared, then the source itself. */
export function lowerRemovals(source: SourcePlan, config: ProjectConfig): readonly Removal[] {
  const { project, catalog } = config;
  const older = Array.from({ length: source.epoch - 1 }, (_, index) => index + 1);
  const removals = [
    ...older.map((epoch) => epochRemoval(source, project, epoch)),
    ...formerViews(source, catalog),
    tableRemoval(source, catalog),
    sourceRemoval(source, config),
  ];
  return removals.map((removal) =>
    source.protect && removal.losesData
      ? { ...removal, isRefused: true, commands: [] }
      : { ...removal, isRefused: false },
  );
}

type Draft = Omit<Removal, "isRefused">;

/** `CONNECT`, `KAFKA`, `TRINO`, `DATABASE` are set by whoever runs the commands. */
const connect = (method: string, path: string): string =>
  `curl -fsS --retry 30 --retry-delay 2 --retry-all-errors -X ${method} "$CONNECT/connectors/${path}"`;

/**
 * Without its offsets: a connector that is made again under this name would go on where the old one stopped, and take
 * no snapshot. They can be deleted once all tasks have ended, so that is tried until then.
 */
const removeConnector = (name: string): readonly string[] => [
  connect("PUT", `${name}/stop`),
  connect("DELETE", `${name}/offsets`),
  connect("DELETE", name),
];

/** The tool takes every name for a pattern, in which a dot of a topic's name would be any character. */
const removeTopics = (pattern: string): string =>
  `kafka-topics.sh --bootstrap-server "$KAFKA" --delete --if-exists --topic ${shellWord(pattern)}`;
const removeTopic = (name: string): string => removeTopics(name.replaceAll(".", "\\."));
const postgres = (statement: string): string => `psql "$DATABASE" -c ${shellWord(statement)}`;
const trino = (statement: string): string => `trino --server "$TRINO" --execute ${shellWord(statement)}`;

/** A connector that died without a word holds its slot until PostgreSQL gives up its session: a minute by default. */
const SECONDS_UNTIL_FREE = 120;

/** Waits until nobody reads the slot; one that is still read then is refused with the process that reads it. */
function dropSlot(slot: string): string {
  const own = `from pg_replication_slots where slot_name = ${postgresString(slot)}`;
  return [
    `psql "$DATABASE" -v ON_ERROR_STOP=1 <<'SQL'`,
    "do $odp$ begin",
    `  for second in 1..${SECONDS_UNTIL_FREE} loop`,
    `    exit when not exists (select ${own} and active);`,
    "    perform pg_sleep(1);",
    "  end loop;",
    `  perform pg_drop_replication_slot(slot_name) ${own};`,
    "end $odp$;",
    "SQL",
  ].join("\n");
}
const dropPublication = (publication: string): string =>
  postgres(`drop publication if exists ${postgresIdentifier(publication)}`);

function epochRemoval(source: SourcePlan, project: string, epoch: number): Draft {
  const prefix = names.topicPrefix(project, source.oldestName, epoch);
  return {
    id: `${source.name}-epoch-${epoch}`,
    title: `Epoch ${epoch} of ${source.name}, when the snapshot of epoch ${source.epoch} is complete and nothing of epoch ${epoch} is unread`,
    losesData: false,
    commands: [
      ...removeConnector(names.sourceConnector(project, source.oldestName, epoch)),
      dropSlot(names.slot(project, source.oldestName, epoch)),
      dropPublication(names.publication(project, source.oldestName, epoch)),
      removeTopics(`${names.literalPattern(prefix)}\\..*`),
      removeTopic(names.debeziumHeartbeatTopic(prefix)),
    ],
  };
}

/** Views under former names, which a rename leaves behind. What they show stands under the oldest name and stays. */
function formerViews(source: SourcePlan, catalog: string): readonly Draft[] {
  const schemas = [...source.formerNames.map(names.currentSchema), source.currentSchema];
  const views = source.tables.flatMap((table) => {
    const prefix = table.currentTable.slice(0, -table.table.length);
    const tables = [...table.formerTables.map((name) => `${prefix}${name}`), table.currentTable];
    return schemas.flatMap((schema) =>
      tables
        .filter((name) => schema !== source.currentSchema || name !== table.currentTable)
        .flatMap((name) => [
          name,
          ...(table.historyModel === null ? [] : [names.historyTable(name)]),
          ...(table.changesModel === null ? [] : [names.changesTable(name)]),
        ])
        .map((name) => sqlName(catalog, schema, name)),
    );
  });
  if (views.length === 0) return [];
  return [
    {
      id: `${source.name}-former-names`,
      title: `Views of ${source.name} under former names, when nobody reads them any more`,
      losesData: false,
      commands: views.map((view) => trino(`drop view if exists ${view}`)),
    },
  ];
}

function tableRemoval(source: SourcePlan, catalog: string): Draft {
  const view = (name: string): string =>
    trino(`drop view if exists ${sqlName(catalog, source.currentSchema)}.${name}`);
  const table = (schema: string, name: string): string =>
    trino(`drop table if exists ${sqlName(catalog, schema)}.${name}`);
  return {
    id: `${source.name}-table`,
    title: `A table that ${source.name} no longer declares, after the connectors of this output run; SCHEMA.TABLE stands for it in PostgreSQL, LAKE_TABLE in the lake`,
    losesData: true,
    commands: [
      postgres(`alter publication ${postgresIdentifier(source.publication)} drop table SCHEMA.TABLE`),
      removeTopic(`${source.topicPrefix}.SCHEMA.TABLE`),
      // Only what something read is there.
      ...["LAKE_TABLE", "LAKE_TABLE_history", "LAKE_TABLE_changes"].map(view),
      ...["LAKE_TABLE", "LAKE_TABLE_changes"].map((name) => table(source.baseSchema, name)),
      table(source.bronzeSchema, "LAKE_TABLE"),
    ],
  };
}

function sourceRemoval(source: SourcePlan, { project, catalog }: ProjectConfig): Draft {
  const own = postgresName(names.odpSchema, names.heartbeatTable);
  return {
    id: `${source.name}-source`,
    title: `All of ${source.name}`,
    losesData: true,
    commands: [
      ...removeConnector(names.sourceConnector(project, source.oldestName, source.epoch)),
      // At once: a slot that nobody reads holds back WAL.
      dropSlot(source.slot),
      ...removeConnector(names.sinkConnector(project, source.oldestName)),
      dropPublication(source.publication),
      postgres(`delete from ${own} where id = ${postgresString(source.slot)}`),
      ...source.tables.map(({ topic }) => removeTopic(topic)),
      removeTopics(`${names.literalPattern(source.topicPrefix)}\\.${names.odpSchema}\\..*`),
      removeTopic(names.debeziumHeartbeatTopic(source.topicPrefix)),
      removeTopic(source.controlTopic),
      ...[source.currentSchema, source.baseSchema, source.bronzeSchema].map((schema) =>
        trino(`drop schema if exists ${sqlName(catalog, schema)} cascade`),
      ),
    ],
  };
}
