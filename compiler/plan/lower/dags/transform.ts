import { seconds } from "../../../graph/config.ts";
import { type GraphNode, isKind, type NodeId, nodeOf, nodesOf, upstreamOf } from "../../../graph/graph.ts";
import type { DagPlan, SchedulePlan } from "../../airflow.ts";
import { dag } from "../../names.ts";
import { addresses, deadline, failureMail } from "../airflow-alerts.ts";
import { asset, type DagContext, inputAssets, outputsOf, tableOf } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, retries, transformDagId, zoneOf } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import { waitingFor } from "../airflow-readers.ts";
import { schedulePlan, scheduleText } from "../airflow-schedule.ts";
import { given, literalText, timedelta } from "../airflow-values.ts";
import { stages } from "../stages.ts";
import { announcements } from "./announce.ts";
import { type Builds, builds } from "./build.ts";
import { stepTasks } from "./step.ts";
import { warningMail } from "./warnings.ts";

/** The DAG that builds the models of a pipeline, stage by stage, and announces each output alone. */
export function transformDag(context: DagContext, pipeline: GraphNode<"pipeline">): DagPlan {
  const { spec } = pipeline.declaration;
  const { config } = context.graph;
  const id = transformDagId(context, pipeline);
  const all = stages(context.graph, pipeline.id);
  const built = builds(context, pipeline, all);
  const steps = stepTasks(context, all, built);
  const announced = announcements(context, pipeline, built);
  const warned = warningMail(context, pipeline, built);
  const stepIds = new Set(all.flatMap((stage) => stage.steps.map((step) => step.id)));
  const inside = new Set([...built.taskOf.keys(), ...stepIds]);
  // A task of Airflow has no tags, so those of a step help to find its DAG.
  const stepTags = nodesOf(context.graph, "step")
    .filter((step) => stepIds.has(step.id))
    .flatMap(({ declaration }) => declaration.spec.tags ?? []);
  const inputs = inputAssets(context, [...inside], (node) => inside.has(node));
  const schedule = schedulePlan(
    spec.schedule,
    inputs.map(({ name }) => name),
  );
  const outlets = [...built.taskOf.keys()].flatMap((node) => {
    const table = tableOf(context, node);
    return table === null ? [] : [asset(context, table)];
  });
  return dagPlan(context, {
    id,
    file: pipeline.file,
    from: [pipeline.id, ...inside].sort(),
    displayName: `${context.project}: ${pipeline.name}`,
    doc: transformDoc(context, pipeline, built, schedule),
    schedule,
    zone: zoneOf(schedule),
    args: oneRunAtATime(
      seconds(spec.runTimeout ?? "6h"),
      [
        ["owner", literalText(spec.owner)],
        ...retries(spec.retries ?? 2, seconds(spec.retryAfter ?? "2m")),
        ...given({
          execution_timeout: timedelta(seconds(spec.taskTimeout ?? "1h")),
          on_failure_callback: failureMail(config, addresses(spec.alerts, "failure")),
        }),
      ],
      deadline(config, id, spec),
    ),
    assets: [...inputs, ...outlets],
    tasks: [...built.tasks, ...steps.tasks, ...announced.tasks, ...warned.tasks],
    edges: [...built.edges, ...steps.edges, ...announced.edges, ...warned.edges],
    tags: [`pipeline:${pipeline.name}`, ...(spec.tags ?? []), ...stepTags],
  });
}

function transformDoc(
  context: DagContext,
  pipeline: GraphNode<"pipeline">,
  { taskOf }: Builds,
  schedule: SchedulePlan,
): string {
  const { spec } = pipeline.declaration;
  const read = outputsOf(context.graph, pipeline.id);
  const tables = [...taskOf.keys()].sort();
  const writes = tables.flatMap((node) => {
    const waiting = waitingFor(context, [node]);
    const table = tableOf(context, node);
    if (table === null || (waiting.length === 0 && !read.includes(node))) return [];
    const name = code(`${table.schema}.${table.table}`);
    return waiting.length === 0 ? [name] : waiting.map((reader) => `${name} for ${reader}`);
  });
  const first = taskOf.values().next().value ?? "build";
  return docText(`Builds the models of pipeline ${code(pipeline.name)}.`, pipeline.description, [
    { title: "Owner:", text: spec.owner },
    { title: "Starts:", text: `${scheduleText(schedule)}.` },
    { title: "Reads", items: readText(context, [...taskOf.keys()]), none: "nothing that another DAG makes." },
    { title: "Writes", items: writes, none: "nothing that others read." },
    {
      title: "Is it safe to run again?",
      text: "Yes. Every model is replaced or merged as a whole, and another try builds only what failed before.",
    },
    {
      title: "When it fails",
      instructions: [
        `Open the failed ${code("announce_...")} task: its log names the model, its source file, who waits, and the next command.`,
        "A failed test means that the data is wrong: mend the data or the model; the outputs that are fine were announced.",
        `An error means that the model could not be built: mend it, then clear ${code(first)} with its downstream tasks.`,
      ],
    },
  ]);
}

function readText(context: DagContext, built: readonly NodeId[]): readonly string[] {
  const inside = new Set(built);
  const lines = built.flatMap((id) =>
    upstreamOf(context.graph, id)
      .filter(({ why, from }) => why === "reads" && !inside.has(from))
      .map(({ from, face }) => {
        const node = nodeOf(context.graph, from);
        if (isKind(node, "external"))
          return `${code(node.name)}, landed by ${node.declaration.spec.landedBy}`;
        const table = tableOf(context, from, face);
        const name = code(table === null ? node.name : `${table.schema}.${table.table}`);
        return `${name}, made by DAG ${code(makerOf(context, from))}`;
      }),
  );
  return [...new Set(lines)].sort();
}

/** The DAG that makes a table. */
function makerOf(context: DagContext, id: NodeId): string {
  const captured = context.captured.get(id);
  if (captured !== undefined) return dag.source(context.project, captured.source.oldestName);
  const builder = context.graph.builtBy.get(id);
  const pipeline = builder === undefined ? undefined : nodeOf(context.graph, builder);
  return pipeline !== undefined && isKind(pipeline, "pipeline") ? transformDagId(context, pipeline) : "";
}
