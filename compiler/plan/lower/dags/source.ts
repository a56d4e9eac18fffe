import { downstreamOf, type Edge, type GraphNode, isKind, nodeOf, nodesOf } from "../../../graph/graph.ts";
import type { AssetPlan, DagPlan, TaskPlan } from "../../airflow.ts";
import { connection, dag, dbtPool, selector } from "../../names.ts";
import type { SourcePlan, TablePlan } from "../../sources.ts";
import { projectFailureMail } from "../airflow-alerts.ts";
import { asset, type DagContext, sortedBy, tableOf } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries } from "../airflow-dag.ts";
import { code, docText, lengthOfTime } from "../airflow-doc.ts";
import { readerText } from "../airflow-readers.ts";
import { FLOOR, pollSecondsFor, scheduleText } from "../airflow-schedule.ts";
import {
  dict,
  given,
  identifierPart,
  literalText,
  TRIGGER_ALL_DONE,
  task,
  timedelta,
  uniqueIds,
} from "../airflow-values.ts";
import { PYTHON_OPERATOR } from "./build.ts";

const MINUTE = 60;
const HOUR = 3600;

/** The DAG that brings the current tables of a source up to date after new changes arrived in the lake. */
export function sourceDag(context: DagContext, source: SourcePlan): DagPlan {
  const { config } = context.graph;
  const faces = readFaces(context, source);
  const pollSeconds = pollSecondsFor(
    readingPipelines(context, source).map(({ declaration }) => declaration.spec.schedule),
  );
  const bronze = source.tables.map((table) => watched(context, table, pollSeconds));
  const owner = source.owner ?? projectOwner(context);
  const announced = announceTasks(context, faces);
  const schedule = {
    kind: "assets",
    assets: bronze.map(({ name }) => name).sort(),
    every: "any",
    or: FLOOR,
  } as const;
  return dagPlan(context, {
    id: dag.source(context.project, source.oldestName),
    file: source.file,
    from: [source.id, ...source.tables.map(({ id }) => id)].sort(),
    displayName: `${context.project}: source ${source.name}`,
    doc: sourceDoc(context, source, owner, faces, scheduleText(schedule)),
    schedule,
    zone: "UTC",
    args: oneRunAtATime(6 * HOUR, [
      ["owner", literalText(owner)],
      ...retries(2, 2 * MINUTE),
      ...given({
        execution_timeout: timedelta(HOUR),
        on_failure_callback: projectFailureMail(config),
      }),
    ]),
    assets: [...bronze, ...faces.map(({ asset }) => asset)],
    tasks: [waitTask(context, source), endsTask(context, source), buildTask(context, source), ...announced],
    edges: [
      ["wait_for_changes", "record_snapshot_ends"],
      ["record_snapshot_ends", "build"],
      ...announced.map(({ id }) => ["build", id] as const),
    ],
    tags: [`source:${source.name}`, ...source.tags, ...source.tables.flatMap(({ tags }) => tags)],
  });
}

function watched(context: DagContext, table: TablePlan, pollSeconds: number): AssetPlan {
  const place = { schema: table.bronzeSchema, table: table.lakeTable };
  return {
    ...asset(context, place),
    watch: {
      table: `${place.schema}.${place.table}`,
      connection: connection.iceberg(context.graph.config.catalog),
      pollSeconds,
    },
  };
}

/** The pipelines that build something out of a table of the source. */
function readingPipelines({ graph }: DagContext, source: SourcePlan): readonly GraphNode<"pipeline">[] {
  const builders = new Set(
    source.tables.flatMap(({ id }) => downstreamOf(graph, id).map(({ to }) => graph.builtBy.get(to))),
  );
  return nodesOf(graph, "pipeline").filter(({ id }) => builders.has(id));
}

/** A current, history or changes table that somebody reads. */
interface ReadFace {
  readonly table: TablePlan;
  readonly face: Edge["face"];
  readonly model: string;
  readonly asset: AssetPlan;
  readonly waiting: readonly string[];
}

function readFaces(context: DagContext, source: SourcePlan): readonly ReadFace[] {
  const found = source.tables.flatMap((table) =>
    (["changes", "current", "history"] as const).flatMap((face) => {
      const readers = downstreamOf(context.graph, table.id).filter(
        (edge) => edge.face === face && FEEDS.has(edge.why),
      );
      const place = tableOf(context, table.id, face);
      const model = { changes: table.changesModel, current: table.currentModel, history: table.historyModel }[
        face
      ];
      if (readers.length === 0 || place === null || model === null) return [];
      const waiting = [...new Set(readers.map(({ to }) => readerText(context, to)))].sort();
      return [{ table, face, model, asset: asset(context, place), waiting }];
    }),
  );
  return sortedBy(found, ({ asset: { name } }) => name);
}

const FEEDS: ReadonlySet<string> = new Set(["reads", "shows"]);

function topicsOf(source: SourcePlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sortedBy(source.tables, ({ topic }) => topic).map(({ topic, lakeTable }) => [topic, lakeTable]),
  );
}

function connectorName(source: SourcePlan, role: "source" | "sink"): string {
  return source.connectors.find((connector) => connector.role === role)?.name ?? "";
}

function waitTask(context: DagContext, source: SourcePlan): TaskPlan {
  return {
    id: "wait_for_changes",
    operator: "airflow.providers.standard.sensors.python.PythonSensor",
    args: given({
      python_callable: task(context.project, "barrier", "changes_have_arrived"),
      op_kwargs: dict({
        connection: source.connection,
        heartbeat: literalText(source.heartbeatStatement),
        source_connector: connectorName(source, "source"),
        sink_connector: connectorName(source, "sink"),
        schema: source.bronzeSchema,
        topics: dict(topicsOf(source)),
      }),
      mode: "reschedule",
      poke_interval: 10,
      // A dead connector shows as the step that the last line of the log names.
      timeout: Math.max(30 * MINUTE, 10 * source.commitSeconds),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function endsTask(context: DagContext, source: SourcePlan): TaskPlan {
  return {
    id: "record_snapshot_ends",
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "barrier", "record_ends"),
      op_kwargs: dict({
        barrier: "wait_for_changes",
        schema: source.bronzeSchema,
        table: source.snapshotEndsTable,
        topics: dict(topicsOf(source)),
      }),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function buildTask(context: DagContext, source: SourcePlan): TaskPlan {
  const models = source.tables.flatMap(({ baseModel, currentModel, changesModel, historyModel, file }) =>
    [baseModel, currentModel, changesModel, historyModel]
      .filter((name) => name !== null)
      .map((name) => [name, literalText(file)] as const),
  );
  return {
    id: "build",
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "dbt", "dbt_build"),
      op_kwargs: dict({
        selector: selector.source(source.name),
        models: dict(Object.fromEntries(sortedBy(models, ([name]) => name))),
      }),
      pool: dbtPool(context.project),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function announceTasks(context: DagContext, faces: readonly ReadFace[]): readonly TaskPlan[] {
  const ids = uniqueIds(
    faces.map(({ asset: { name } }) => `announce_${identifierPart(name.split(".").slice(2).join("_"))}`),
  );
  return faces.map(({ table, model, waiting, asset: { name } }, index) => ({
    id: ids[index] ?? "",
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "source", "announce_table"),
      op_kwargs: dict({
        table: literalText(name.split(".").slice(1).join(".")),
        file: literalText(table.file),
        model,
        waiting: waiting.map(literalText),
      }),
      trigger_rule: TRIGGER_ALL_DONE,
      retries: 0,
    }),
    expand: null,
    inlets: [],
    outlets: [name],
  }));
}

function sourceDoc(
  context: DagContext,
  source: SourcePlan,
  owner: string,
  faces: readonly ReadFace[],
  starts: string,
): string {
  const node = nodeOf(context.graph, source.id);
  const writes = faces.flatMap(({ asset: { name }, waiting }) =>
    waiting.map((reader) => `${code(name.split(".").slice(1).join("."))} for ${reader}`),
  );
  return docText(
    `Brings the current tables of source ${code(source.name)} up to date.`,
    isKind(node, "postgres") ? node.description : undefined,
    [
      { title: "Owner:", text: owner },
      { title: "Starts:", text: `${starts}.` },
      {
        title: "Reads",
        items: sortedBy(source.tables, ({ lakeTable }) => lakeTable).map(
          ({ lakeTable, schema, table }) =>
            `${code(`${source.bronzeSchema}.${lakeTable}`)}, changes of ${code(`${schema}.${table}`)} in PostgreSQL`,
        ),
        none: "nothing.",
      },
      { title: "Writes", items: writes, none: "nothing that others read." },
      {
        title: "How long may it stand still?",
        text: `Kafka keeps changes for ${lengthOfTime(source.retentionSeconds)}; an outage of the lake of ${lengthOfTime(source.longestOutageSeconds)} is expected to lose nothing.`,
      },
      {
        title: "Is it safe to run again?",
        text: "Yes. It reads on from the offsets that the tables themselves hold, and applies each change once.",
      },
      {
        title: "When it fails",
        instructions: [
          `${code("wait_for_changes")}: the last line of its log names the step that is stuck. Look at the DAG ${code(dag.connectHealth(context.project))} and at the two connectors ${code(connectorName(source, "source"))} and ${code(connectorName(source, "sink"))}.`,
          `${code("build")}: a table that failed holds back only its readers. Its log names table, file and message; clear it with what follows.`,
          "A failed incident test means that the database was restored without a new epoch: raise `epoch` of the source.",
        ],
      },
    ],
  );
}
