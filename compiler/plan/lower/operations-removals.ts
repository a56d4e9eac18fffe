// What has to be taken away by hand. What was declared before is not known here, so each list says how a table or the
// source is removed; the connectors, slots and topics of older epochs are known by their names.
import type { ProjectConfig } from "../../graph/config.ts";
import { postgresIdentifier, postgresName, postgresString } from "../../text/postgres-sql.ts";
import { shellWord } from "../../text/shell.ts";
import { sqlName } from "../../text/sql.ts";
import * as names from "../names.ts";
import type { Removal } from "../operations.ts";
import type { SourcePlan } from "../sources.ts";

/** Older epochs first, then a table that is no longer declared, then the source itself. */
export function lowerRemovals(source: SourcePlan, config: ProjectConfig): readonly Removal[] {
  const { project, catalog } = config;
  const older = Array.from({ length: source.epoch - 1 }, (_, index) => index + 1);
  return [
    ...older.map((epoch) => epochRemoval(source, project, epoch)),
    tableRemoval(source, catalog),
    sourceRemoval(source, config),
  ];
}

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

function epochRemoval(source: SourcePlan, project: string, epoch: number): Removal {
  const prefix = names.topicPrefix(project, source.name, epoch);
  return {
    id: `${source.name}-epoch-${epoch}`,
    title: `Epoch ${epoch} of ${source.name}, when the snapshot of epoch ${source.epoch} is complete and nothing of epoch ${epoch} is unread`,
    losesData: false,
    commands: [
      removeConnector(names.sourceConnector(project, source.name, epoch)),
      dropSlot(names.slot(project, source.name, epoch)),
      dropPublication(names.publication(project, source.name, epoch)),
      removeTopics(`${names.literalPattern(prefix)}\\..*`),
      removeTopic(names.debeziumHeartbeatTopic(prefix)),
    ],
  };
}

function tableRemoval(source: SourcePlan, catalog: string): Removal {
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

function sourceRemoval(source: SourcePlan, { project, catalog }: ProjectConfig): Removal {
  const own = postgresName(names.odpSchema, names.heartbeatTable);
  return {
    id: `${source.name}-source`,
    title: `All of ${source.name}`,
    losesData: true,
    commands: [
      removeConnector(names.sourceConnector(project, source.name, source.epoch)),
      removeConnector(names.sinkConnector(project, source.name)),
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
