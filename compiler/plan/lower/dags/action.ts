import { seconds } from "../../../graph/config.ts";
import { type GraphNode, nodeOf, upstreamOf } from "../../../graph/graph.ts";
import type { DagPlan, SchedulePlan } from "../../airflow.ts";
import { dag, oldestName, userAction } from "../../names.ts";
import { type DagContext, inputAssets } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, retries, zoneOf } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import { schedulePlan, scheduleText } from "../airflow-schedule.ts";
import { call, dict, given, literalText, timedelta } from "../airflow-values.ts";
import { activationTasks } from "./activation.ts";
import { responsible } from "./report.ts";

const MINUTE = 60;
const HOUR = 3600;

/** The DAG that runs a user's own action, at its times or after its inputs were built. */
export function actionDag(context: DagContext, action: GraphNode<"action">): DagPlan {
  const { spec } = action.declaration;
  const inputs = inputAssets(context, [action.id], () => false);
  const schedule = actionSchedule(
    action,
    inputs.map(({ name }) => name),
  );
  const { owner, mail } = responsible(context, action.id, spec.owner);
  const parameters = call("json.dumps", {}, [
    dict({ idempotencyKey: `${context.project}/${action.name}/{{ run_id }}` }),
  ]);
  return dagPlan(context, {
    id: dag.action(context.project, oldestName(action.name, spec.movedFrom)),
    file: action.file,
    from: [action.id],
    displayName: `${context.project}: action ${action.name}`,
    doc: actionDoc(context, action, owner, schedule),
    schedule,
    zone: zoneOf(schedule),
    args: oneRunAtATime(2 * HOUR, [
      ["owner", literalText(owner)],
      ...retries(2, MINUTE),
      ...given({ execution_timeout: timedelta(30 * MINUTE), on_failure_callback: mail }),
    ]),
    assets: inputs,
    tasks: activationTasks(context, {
      id: "action",
      action: userAction(context.project, action.name),
      parameters,
      timeoutSeconds: seconds(spec.timeout ?? "60s") + 5 * MINUTE,
    }),
    edges: [["send_action", "await_action"]],
    tags: [`action:${action.name}`, ...(spec.tags ?? [])],
  });
}

function actionSchedule({ declaration }: GraphNode<"action">, inputs: readonly string[]): SchedulePlan {
  const { schedule } = declaration.spec;
  if (schedule !== undefined) return schedulePlan(schedule, inputs);
  return inputs.length === 0 ? { kind: "none" } : { kind: "assets", assets: inputs, every: "all", or: null };
}

function actionDoc(
  context: DagContext,
  action: GraphNode<"action">,
  owner: string,
  schedule: SchedulePlan,
): string {
  const read = upstreamOf(context.graph, action.id).map(({ from }) => code(nodeOf(context.graph, from).name));
  return docText(`Runs action ${code(action.name)}: ${action.declaration.spec.title}.`, action.description, [
    { title: "Owner:", text: owner },
    { title: "Starts:", text: `${scheduleText(schedule)}.` },
    { title: "Reads", items: [...new Set(read)].sort(), none: "nothing." },
    {
      title: "Is it safe to run again?",
      text: "As safe as the action itself: it gets the same `idempotencyKey` on every try of one run.",
    },
    {
      title: "When it fails",
      instructions: [
        `${code("await_action")}: its log holds the answer of the action. Clear ${code("send_action")} with what follows to run it again.`,
      ],
    },
  ]);
}
