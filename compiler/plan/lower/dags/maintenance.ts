import { nodesOf } from "../../../graph/graph.ts";
import type { DagPlan, PyValue, TaskPlan } from "../../airflow.ts";
import { connection, dag, maintenancePool } from "../../names.ts";
import { projectFailureMail } from "../airflow-alerts.ts";
import { type DagContext, type LakeTable, sortedBy, tableOf } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import { scheduleText } from "../airflow-schedule.ts";
import { trinoName } from "../airflow-sql.ts";
import {
  call,
  dict,
  given,
  identifierPart,
  literalText,
  task,
  timedelta,
  uniqueIds,
} from "../airflow-values.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** Trino's floor, `iceberg.remove-orphan-files.min-retention`: younger files may belong to a commit under way. */
const ORPHAN_DAYS = 7;

/** A table that piles up files and snapshots. */
interface Kept extends LakeTable {
  /** Only days that are over may be rewritten: the sink writes to the others, and would have to commit again. */
  readonly isChangelog: boolean;
}

/** The DAG that keeps the tables of the project small: nightly, and on Sundays more. */
export function maintenanceDag(context: DagContext, configFile: string): readonly DagPlan[] {
  const tables = keptTables(context);
  if (tables.length === 0) return [];
  const { config } = context.graph;
  const owner = projectOwner(context);
  const schedule = {
    kind: "times",
    times: { expressions: [nightly(config.maintenance.at)], zone: config.maintenance.zone },
  } as const;
  const parts = uniqueIds(
    tables.map(({ schema, table }) => `${identifierPart(schema)}_${identifierPart(table)}`),
  );
  return [
    dagPlan(context, {
      id: dag.maintenance(context.project),
      file: configFile,
      from: [],
      displayName: `${context.project}: maintenance`,
      doc: maintenanceDoc(owner, tables, scheduleText(schedule), config.maintenance.keepSnapshotsSeconds),
      schedule,
      zone: schedule.times.zone,
      args: oneRunAtATime(
        12 * HOUR,
        [
          ["owner", literalText(owner)],
          ...retries(3, 5 * MINUTE),
          ...given({
            execution_timeout: timedelta(2 * HOUR),
            on_failure_callback: projectFailureMail(config),
          }),
        ],
        given({ params: dict({ keep_snapshots: keepSnapshots(config.maintenance.keepSnapshotsSeconds) }) }),
      ),
      assets: [],
      tasks: [
        ...tables.map((table, index) => upkeep(context, table, parts[index] ?? "")),
        weekly(context, schedule.times.zone),
        ...tables.map((table, index) => orphans(context, table, parts[index] ?? "")),
      ],
      edges: parts.flatMap((part) => [
        [`keep_${part}`, `orphans_${part}`] as const,
        ["on_sundays", `orphans_${part}`] as const,
      ]),
      tags: ["maintenance"],
    }),
  ];
}

function keptTables(context: DagContext): readonly Kept[] {
  const changelogs = context.sources.flatMap(({ tables }) =>
    tables.map(({ bronzeSchema, lakeTable }) => ({
      schema: bronzeSchema,
      table: lakeTable,
      isChangelog: true,
    })),
  );
  const bases = context.sources.flatMap(({ tables }) =>
    tables.map(({ baseSchema, lakeTable }) => ({ schema: baseSchema, table: lakeTable, isChangelog: false })),
  );
  const views = new Set(
    context.dbt.models.filter(({ materialize }) => materialize.kind === "view").map(({ id }) => id),
  );
  const models = [...nodesOf(context.graph, "model"), ...nodesOf(context.graph, "seed")]
    .filter(({ id }) => context.graph.builtBy.has(id) && !views.has(id))
    .flatMap(({ id }) => tableOf(context, id) ?? [])
    .map((table) => ({ ...table, isChangelog: false }));
  return sortedBy([...changelogs, ...bases, ...models], ({ schema, table }) => `${schema}.${table}`);
}

function nightly(at: string): string {
  const [hour, minute] = at.split(":").map(Number);
  return `${minute ?? 30} ${hour ?? 2} * * *`;
}

/** Said once for all tables; the statements of each read it. */
function keepSnapshots(keepSeconds: number): PyValue {
  const description = "how long snapshots are kept, in days";
  const days = `${Math.ceil(keepSeconds / DAY)}d`;
  return call("airflow.sdk.Param", { type: "string", pattern: "^[0-9]+d$", description }, [days]);
}

const SQL_OPERATOR = "airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator";

/** Small files become large ones, old snapshots go, statistics are made. */
function upkeep(context: DagContext, table: Kept, part: string): TaskPlan {
  const name = trinoName(context, table);
  const closed = table.isChangelog ? " where _kafka_timestamp < current_date" : "";
  return sqlTask(context, `keep_${part}`, [
    literalText(`alter table ${name} execute optimize(file_size_threshold => '128MB')${closed}`),
    `alter table ${name} execute expire_snapshots(retention_threshold => '{{ params.keep_snapshots }}')`,
    literalText(`analyze ${name}`),
  ]);
}

function orphans(context: DagContext, table: Kept, part: string): TaskPlan {
  const name = trinoName(context, table);
  return sqlTask(context, `orphans_${part}`, [
    literalText(`alter table ${name} execute remove_orphan_files(retention_threshold => '${ORPHAN_DAYS}d')`),
  ]);
}

function sqlTask(context: DagContext, id: string, statements: readonly PyValue[]): TaskPlan {
  return {
    id,
    operator: SQL_OPERATOR,
    args: given({
      conn_id: connection.trino,
      sql: statements,
      do_xcom_push: false,
      requires_result_fetch: true,
      pool: maintenancePool(context.project),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function weekly(context: DagContext, zone: string): TaskPlan {
  return {
    id: "on_sundays",
    operator: "airflow.providers.standard.operators.python.ShortCircuitOperator",
    args: given({
      python_callable: task(context.project, "maintenance", "is_sunday"),
      op_kwargs: dict({ zone }),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function maintenanceDoc(owner: string, tables: readonly Kept[], starts: string, keepSeconds: number): string {
  return docText("Keeps the tables of the project small and their statistics new.", undefined, [
    { title: "Owner:", text: owner },
    { title: "Starts:", text: `${starts}; files that no snapshot knows are removed on Sundays.` },
    {
      title: "Writes",
      items: tables.map(({ schema, table }) => code(`${schema}.${table}`)),
      none: "nothing.",
    },
    {
      title: "Keeps",
      text: `snapshots of the last ${Math.ceil(keepSeconds / DAY)} days. No row changes; of changelogs only days that are over are compacted.`,
    },
    {
      title: "Is it safe to run again?",
      text: "Yes, at any time: a commit that another writer overtook is tried again.",
    },
    {
      title: "When it fails",
      instructions: [
        "A commit conflict goes by itself: the task is tried again, and the next night once more.",
        "A table that does not exist was not built yet: run the DAG that makes it, or take no notice.",
      ],
    },
  ]);
}
