import { type GraphNode, type NodeId, nodeOf, upstreamOf } from "../../../graph/graph.ts";
import type { DagPlan, PyValue, SchedulePlan, TaskPlan } from "../../airflow.ts";
import { dag, deliveryAction, oldestName } from "../../names.ts";
import type { DeliveryRequest } from "../../openwhisk.ts";
import { addresses, failureMail } from "../airflow-alerts.ts";
import { type DagContext, inputAssets, listing } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries, zoneOf } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import { readerText } from "../airflow-readers.ts";
import { pollSecondsOf, schedulePlan, scheduleText, timesOf } from "../airflow-schedule.ts";
import { call, dict, given, literalText, task, timedelta } from "../airflow-values.ts";
import { deliveriesOf } from "../deliveries.ts";
import { activationTasks } from "./activation.ts";

const MINUTE = 60;
const HOUR = 3600;

/** Parameter of the DAG: the deliveries that are sent although they were begun or sent before. */
const SEND_AGAIN = "send_again";

/** The DAG that sends a report once its inputs hold the whole period. */
export function reportDag(context: DagContext, report: GraphNode<"report">): DagPlan {
  const { spec } = report.declaration;
  const inputs = inputAssets(context, [report.id], () => false);
  const names = inputs.map(({ name }) => name);
  const schedule = reportSchedule(report, names);
  const zone = zoneOf(schedule);
  const { owner, mail } = responsible(context, report.id, spec.owner);
  const deliveries = deliveriesOf(report).map(({ id }) => id);
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
        given({
          params: dict({
            period_start: moment(),
            period_end: moment(),
            [SEND_AGAIN]: call(
              "airflow.sdk.Param",
              {
                type: "array",
                items: dict({ type: "string", enum: deliveries }),
                description: "deliveries to send again although they were begun or sent before",
              },
              [[]],
            ),
          }),
        }),
      ),
    ],
    assets: inputs,
    tasks: [wait, ...deliveries.flatMap((delivery) => deliveryTasks(context, report, delivery))],
    edges: deliveries.flatMap((id) => [
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

/** One activation for each recipient: what was sent stays sent when another one has to be tried again. */
function deliveryTasks(context: DagContext, report: GraphNode<"report">, id: string): readonly TaskPlan[] {
  const period = "ti.xcom_pull(task_ids='wait_for_inputs')";
  const request: DeliveryRequest = {
    report: report.name,
    delivery: id,
    periodStart: `{{ ${period}['periodStart'] }}`,
    periodEnd: `{{ ${period}['periodEnd'] }}`,
    asOf: `{{ ${period}['asOf'] or '' }}`,
    sendAgain: `{{ 'yes' if '${id}' in params['${SEND_AGAIN}'] else 'no' }}`,
  };
  return activationTasks(context, {
    id,
    action: deliveryAction(context.project),
    parameters: call("json.dumps", {}, [dict({ ...request })]),
    timeoutSeconds: 10 * MINUTE,
  });
}

function reportDoc(
  context: DagContext,
  report: GraphNode<"report">,
  owner: string,
  schedule: SchedulePlan,
): string {
  const { spec } = report.declaration;
  const deliveries = deliveriesOf(report).map(({ id }) => id);
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
      text: "Yes. What was sent for a period is not sent again: each delivery of a period is claimed in the bucket first. SMTP cannot promise more: after a crash between the claim and the mark nobody knows whether the mail arrived, and the task fails until somebody decides.",
    },
    {
      title: "When it fails",
      instructions: [
        `${code("wait_for_inputs")}: its log names the inputs that are late. Look at the DAGs that make them.`,
        `${code("await_...")}: its log holds the answer of the action. Clear ${code("send_...")} with what follows to try again.`,
        `${code("DeliveryUnknown")}: ask the recipient. If nothing arrived, start the DAG with the same ${code("period_start")} and ${code("period_end")}, and the delivery's name (${deliveries.map(code).join(", ")}) in ${code(SEND_AGAIN)}.`,
        `To send another period, start the DAG with ${code("period_start")} and ${code("period_end")}.`,
      ],
    },
  ]);
}
