import type { DagPlan, TaskPlan } from "../../airflow.ts";
import { dag } from "../../names.ts";
import type { SourcePlan } from "../../sources.ts";
import { projectFailureMail } from "../airflow-alerts.ts";
import { type DagContext, sortedBy } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import { scheduleText } from "../airflow-schedule.ts";
import { dict, given, identifierPart, literalText, task, timedelta } from "../airflow-values.ts";
import { PYTHON_OPERATOR } from "./build.ts";

const MINUTE = 60;
/** A sink that has records to write and no commit for so many intervals does not get on. */
const INTERVALS_UNTIL_LATE = 10;

/** The DAG that looks after the connectors; Airflow is their supervisor, since Kafka Connect restarts nothing. */
export function connectHealthDag(context: DagContext, configFile: string): readonly DagPlan[] {
  const { sources } = context;
  if (sources.length === 0) return [];
  const { config } = context.graph;
  const owner = projectOwner(context);
  const schedule = { kind: "times", times: { expressions: ["*/5 * * * *"], zone: "UTC" } } as const;
  const checks = sources.flatMap((source) => connectorTasks(context, source));
  const probes = sources.map((source) => progressTask(context, source));
  return [
    dagPlan(context, {
      id: dag.connectHealth(context.project),
      file: configFile,
      from: sources.map(({ id }) => id).sort(),
      displayName: `${context.project}: connect health`,
      doc: healthDoc(context, owner, scheduleText(schedule)),
      schedule,
      zone: "UTC",
      args: oneRunAtATime(10 * MINUTE, [
        ["owner", literalText(owner)],
        ...retries(1, 20),
        ...given({
          execution_timeout: timedelta(4 * MINUTE),
          on_failure_callback: projectFailureMail(config),
        }),
      ]),
      assets: [],
      tasks: [...checks, ...probes],
      edges: [],
      tags: ["connect"],
    }),
  ];
}

function connectorTasks(context: DagContext, source: SourcePlan): readonly TaskPlan[] {
  return source.connectors.map(({ name, role }) => ({
    id: `check_${identifierPart(source.name)}_${role}`,
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "connect_health", "look_after_connector"),
      op_kwargs: dict({ connector: name }),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  }));
}

function progressTask(context: DagContext, source: SourcePlan): TaskPlan {
  const topics = sortedBy(source.tables, ({ topic }) => topic).map(
    ({ topic, lakeTable }) => [topic, lakeTable] as const,
  );
  return {
    id: `progress_${identifierPart(source.name)}`,
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "connect_health", "look_at_progress"),
      op_kwargs: dict({
        connection: source.connection,
        slot: source.slot,
        slot_megabytes: source.maxSlotWalMegabytes,
        sink_connector: source.connectors.find(({ role }) => role === "sink")?.name ?? "",
        schema: source.bronzeSchema,
        topics: dict(Object.fromEntries(topics)),
        late_seconds: Math.max(10 * MINUTE, INTERVALS_UNTIL_LATE * source.commitSeconds),
      }),
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function healthDoc(context: DagContext, owner: string, starts: string): string {
  const connectors = context.sources.flatMap((source) => source.connectors.map(({ name }) => code(name)));
  return docText("Restarts connectors that failed, and sees whether they get on.", undefined, [
    { title: "Owner:", text: owner },
    { title: "Starts:", text: `${starts}.` },
    { title: "Reads", items: connectors.sort(), none: "nothing." },
    {
      title: "Is it safe to run again?",
      text: "Yes. Only failed parts of a connector are restarted; a connector loses and doubles nothing by that.",
    },
    {
      title: "When it fails",
      instructions: [
        `${code("check_...")}: a connector had failed and was restarted; the message holds its cause. If the next run fails too, mend that cause.`,
        `${code("progress_...")}: the message says which table waits for how many records, or how much WAL the slot holds back. A connector that runs and writes nothing has a wrong route or no control topic; a slot that grows has nobody who reads it.`,
        "A lost slot needs a new epoch of the source.",
      ],
    },
  ]);
}
