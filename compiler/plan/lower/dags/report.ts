import { type GraphNode, type NodeId, nodeOf, upstreamOf } from "../../../graph/graph.ts";
import type { DagPlan, PyValue, SchedulePlan, TaskPlan } from "../../airflow.ts";
import { connection, dag, deliveryAction, oldestName } from "../../names.ts";
import { addresses, failureMail } from "../airflow-alerts.ts";
import { type DagContext, inputAssets, listing } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries, zoneOf } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import { readerText } from "../airflow-readers.ts";
import { pollSecondsOf, schedulePlan, scheduleText, timesOf } from "../airflow-schedule.ts";
import { type Arguments, call, dict, given, literalText, task, timedelta } from "../airflow-values.ts";

const MINUTE = 60;
const HOUR = 3600;

/** The DAG that sends a report once its inputs hold the whole period. */
export function reportDag(context: DagContext, report: GraphNode<"report">): DagPlan {
  const { spec } = report.declaration;
  const inputs = inputAssets(context, [report.id], () => false);
  const names = inputs.map(({ name }) => name);
  const schedule = reportSchedule(report, names);
  const zone = zoneOf(schedule);
  const { owner, mail } = responsible(context, report.id, spec.owner);
  const deliveries = deliveryIds(report);
  const wait = waitTask(context, names, zone, wholeOf(schedule));
  return dagPlan(context, {
    id: dag.report(context.project, oldestName(report.name, spec.movedFrom)),
    file: report.file,
    from: [report.id],
    displayName: `${context.project}: report ${report.name}`,
    doc: reportDoc(context, report, owner, schedule),
    schedule,
    zone,
    args: [
      ...oneRunAtATime(
        12 * HOUR,
        [
          ["owner", literalText(owner)],
          ...retries(2, MINUTE),
          ...given({ execution_timeout: timedelta(30 * MINUTE), on_failure_callback: mail }),
        ],
        given({ params: dict({ period_start: moment(), period_end: moment() }) }),
      ),
    ],
    assets: inputs,
    tasks: [wait, ...deliveries.flatMap((delivery) => deliveryTasks(context, report, delivery))],
    edges: deliveries.flatMap(({ id }) => [
      [wait.id, `send_${id}`] as const,
      [`send_${id}`, `await_${id}`] as const,
    ]),
    tags: [`report:${report.name}`, ...(spec.tags ?? [])],
  });
}

/** Times with intervals: where a period begins is the time before. */
function reportSchedule({ declaration }: GraphNode<"report">, inputs: readonly string[]): SchedulePlan {
  const { schedule } = declaration.spec;
  const times = timesOf(schedule);
  if (times !== null && pollSecondsOf(schedule) === null) return { kind: "intervals", times };
  return schedulePlan(schedule, inputs);
}

/** A report that is sent at most once a day is about whole days, else about whole hours or minutes. */
function wholeOf(schedule: SchedulePlan): "day" | "hour" | "minute" {
  if (schedule.kind !== "intervals") return schedule.kind === "times" ? "day" : "minute";
  const units = schedule.times.expressions.map((expression) => {
    const [minute = "*", hour = "*"] = expression.trim().split(/\s+/);
    if (!/^\d+$/.test(minute)) return "minute";
    return /^\d+$/.test(hour) ? "day" : "hour";
  });
  return units.includes("minute") ? "minute" : units.includes("hour") || units.length > 1 ? "hour" : "day";
}

/** The owner, and the mail of the pipeline that lists an output. */
export function responsible(
  context: DagContext,
  id: NodeId,
  owner: string | undefined,
): { readonly owner: string; readonly mail: PyValue | undefined } {
  const pipeline = listing(context, id);
  const to = addresses(pipeline?.declaration.spec.alerts, "failure");
  return {
    owner: owner ?? pipeline?.declaration.spec.owner ?? projectOwner(context),
    mail: failureMail(context.graph.config, to),
  };
}

function moment(): PyValue {
  return call(
    "airflow.sdk.Param",
    { type: ["null", "string"], description: "ISO 8601; empty for the period of the schedule" },
    [null],
  );
}

function waitTask(context: DagContext, inputs: readonly string[], zone: string, whole: string): TaskPlan {
  return {
    id: "wait_for_inputs",
    operator: "airflow.providers.standard.sensors.python.PythonSensor",
    args: given({
      python_callable: task(context.project, "reports", "inputs_are_complete"),
      op_kwargs: dict({ zone, whole }),
      mode: "reschedule",
      poke_interval: MINUTE,
      timeout: 6 * HOUR,
    }),
    expand: null,
    inlets: inputs,
    outlets: [],
  };
}

interface Delivery {
  /** `email`, `email_2`, `webhook`: by kind, so that another kind moves nothing. */
  readonly id: string;
  /** Its place in the report's list. */
  readonly index: number;
}

function deliveryIds({ declaration }: GraphNode<"report">): readonly Delivery[] {
  const counts = new Map<string, number>();
  return declaration.spec.to.map(({ kind }, index) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { id: count === 1 ? kind : `${kind}_${count}`, index };
  });
}

/** One activation for each recipient: what was sent stays sent when another one has to be tried again. */
function deliveryTasks(
  context: DagContext,
  report: GraphNode<"report">,
  { id, index }: Delivery,
): readonly TaskPlan[] {
  const period = "ti.xcom_pull(task_ids='wait_for_inputs')";
  const key = `${context.project}/${report.name}/{{ ${period}['periodStart'] }}/{{ ${period}['periodEnd'] }}/${id}`;
  const parameters: PyValue = call("json.dumps", {}, [
    dict({
      report: report.name,
      delivery: index,
      periodStart: `{{ ${period}['periodStart'] }}`,
      periodEnd: `{{ ${period}['periodEnd'] }}`,
      asOf: `{{ ${period}['asOf'] or '' }}`,
      idempotencyKey: key,
    }),
  ]);
  return activationTasks(context, {
    id,
    action: deliveryAction(context.project),
    parameters,
    timeoutSeconds: 10 * MINUTE,
  });
}

interface Activation {
  readonly id: string;
  readonly action: string;
  readonly parameters: PyValue;
  readonly timeoutSeconds: number;
}

/** Starts an action and waits for its end: a blocking call would be cut off after a minute. */
export function activationTasks(
  context: DagContext,
  { id, action, parameters, timeoutSeconds }: Activation,
): readonly TaskPlan[] {
  const common: Arguments = given({ http_conn_id: connection.openwhisk });
  return [
    {
      id: `send_${id}`,
      operator: "airflow.providers.http.operators.http.HttpOperator",
      args: [
        ...common,
        ...given({
          endpoint: `api/v1/namespaces/_/actions/${action}?blocking=false`,
          method: "POST",
          headers: dict({ "Content-Type": "application/json" }),
          data: parameters,
          response_filter: task(context.project, "openwhisk", "activation_id"),
        }),
      ],
      expand: null,
      inlets: [],
      outlets: [],
    },
    {
      id: `await_${id}`,
      operator: "airflow.providers.http.sensors.http.HttpSensor",
      args: [
        ...common,
        ...given({
          endpoint: `api/v1/namespaces/_/activations/{{ ti.xcom_pull(task_ids='send_${id}') }}`,
          response_check: task(context.project, "openwhisk", "activation_succeeded"),
          mode: "reschedule",
          poke_interval: 10,
          timeout: timeoutSeconds,
          // The activation has ended: another try would read the same answer.
          retries: 0,
        }),
      ],
      expand: null,
      inlets: [],
      outlets: [],
    },
  ];
}

function reportDoc(
  context: DagContext,
  report: GraphNode<"report">,
  owner: string,
  schedule: SchedulePlan,
): string {
  const { spec } = report.declaration;
  const read = [
    ...new Set(
      upstreamOf(context.graph, report.id).map(({ from }) => code(nodeOf(context.graph, from).name)),
    ),
  ].sort();
  return docText(`Sends report ${code(report.name)}: ${spec.title}.`, report.description, [
    { title: "Owner:", text: owner },
    {
      title: "Starts:",
      text: `${scheduleText(schedule)}, and waits until its inputs hold the whole period.`,
    },
    { title: "Reads", items: read, none: "nothing." },
    { title: "Sends", items: [readerText(context, report.id)], none: "nothing." },
    {
      title: "Is it safe to run again?",
      text: "Yes. A delivery that succeeded is not run again by a retry, and each carries a key of report, period and recipient.",
    },
    {
      title: "When it fails",
      instructions: [
        `${code("wait_for_inputs")}: its log names the inputs that are late. Look at the DAGs that make them.`,
        `${code("await_...")}: its log holds the answer of the action. Clear ${code("send_...")} with what follows to send again.`,
        `To send another period, start the DAG with ${code("period_start")} and ${code("period_end")}.`,
      ],
    },
  ]);
}
