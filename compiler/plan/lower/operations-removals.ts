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
const removeConnector = (name: string): string => `curl -fsS -X DELETE "$CONNECT/connectors/${name}"`;
const removeTopic = (name: string): string =>
  `kafka-topics.sh --bootstrap-server "$KAFKA" --delete --if-exists --topic ${shellWord(name)}`;
const removeTopics = (pattern: string): string =>
  `kafka-topics.sh --bootstrap-server "$KAFKA" --delete --if-exists --topic ${shellWord(pattern)}`;
const postgres = (statement: string): string => `psql "$DATABASE" -c ${shellWord(statement)}`;
const trino = (statement: string): string => `trino --server "$TRINO" --execute ${shellWord(statement)}`;
const dropSlot = (slot: string): string =>
  postgres(
    `select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = ${postgresString(slot)}`,
  );
const dropPublication = (publication: string): string =>
  postgres(`drop publication if exists ${postgresIdentifier(publication)}`);

function epochRemoval(source: SourcePlan, project: string, epoch: number): Draft {
  const prefix = names.topicPrefix(project, source.oldestName, epoch);
  return {
    id: `${source.name}-epoch-${epoch}`,
    title: `Epoch ${epoch} of ${source.name}, when the snapshot of epoch ${source.epoch} is complete and nothing of epoch ${epoch} is unread`,
    losesData: false,
    commands: [
      removeConnector(names.sourceConnector(project, source.oldestName, epoch)),
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
  const lake = (schema: string): string => trino(`drop table if exists ${sqlName(catalog, schema)}.TABLE`);
  return {
    id: `${source.name}-table`,
    title: `A table that ${source.name} no longer declares, after the connectors of this output run; TABLE and SCHEMA stand for it`,
    losesData: true,
    commands: [
      postgres(`alter publication ${postgresIdentifier(source.publication)} drop table SCHEMA.TABLE`),
      removeTopic(`${source.topicPrefix}.SCHEMA.TABLE`),
      trino(`drop view if exists ${sqlName(catalog, source.currentSchema)}.TABLE`),
      lake(source.baseSchema),
      lake(source.bronzeSchema),
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
      removeConnector(names.sourceConnector(project, source.oldestName, source.epoch)),
      removeConnector(names.sinkConnector(project, source.oldestName)),
      // Between the connector and its slot nothing may wait: an unread slot holds back WAL.
      dropSlot(source.slot),
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
