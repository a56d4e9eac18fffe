import { type GraphNode, type NodeId, nodeOf, nodesOf, upstreamOf } from "../../../graph/graph.ts";
import type { DagPlan, PyValue, TaskPlan } from "../../airflow.ts";
import { dag, dbtPool, selector } from "../../names.ts";
import { projectFailureMail } from "../airflow-alerts.ts";
import { type DagContext, isOutput } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries } from "../airflow-dag.ts";
import { docText } from "../airflow-doc.ts";
import { call, dict, given, literalText, TRIGGER_NONE_FAILED, task, timedelta } from "../airflow-values.ts";
import { PYTHON_OPERATOR } from "./build.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const ISO_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/** The DAG that builds past periods again, started by hand; none where no model has periods. */
export function backfillDag(context: DagContext, configFile: string): readonly DagPlan[] {
  const targets = backfillTargets(context);
  const [first] = Object.keys(targets);
  if (first === undefined) return [];
  const owner = projectOwner(context);
  const { config } = context.graph;
  return [
    dagPlan(context, {
      id: dag.backfill(context.project),
      file: configFile,
      from: modelsWithPeriods(context),
      displayName: `${context.project}: backfill`,
      doc: backfillDoc(owner),
      schedule: { kind: "none" },
      zone: "UTC",
      args: oneRunAtATime(
        7 * DAY,
        [
          ["owner", literalText(owner)],
          ...retries(2, 2 * MINUTE),
          ...given({
            execution_timeout: timedelta(6 * HOUR),
            on_failure_callback: projectFailureMail(config),
          }),
        ],
        given({ params: dict(params(Object.keys(targets), first, config.startDate)) }),
      ),
      assets: [],
      tasks: tasks(context, targets),
      edges: [
        ["plan_steps", "build_periods"],
        ["build_periods", "compare"],
      ],
      tags: ["backfill"],
    }),
  ];
}

type Targets = Readonly<Record<string, readonly NodeId[]>>;

/** Models to build, by their own names and those of outputs that need them, in the order of the graph. */
function backfillTargets(context: DagContext): Targets {
  const periods = modelsWithPeriods(context);
  const targets = new Map<string, readonly NodeId[]>();
  for (const id of periods) targets.set(nodeOf(context.graph, id).name, [id]);
  for (const output of [...context.graph.nodes.keys()].filter(isOutput)) {
    const needed = neededBy(context, output);
    const found = periods.filter((id) => needed.has(id));
    const { name, kind } = nodeOf(context.graph, output);
    if (found.length > 0) targets.set(targets.has(name) ? `${kind} ${name}` : name, found);
  }
  return Object.fromEntries([...targets].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a task needs to know of the models of each target. */
function byTarget(targets: Targets, about: (id: NodeId) => readonly PyValue[]): PyValue {
  return dict(Object.fromEntries(Object.entries(targets).map(([name, ids]) => [name, ids.flatMap(about)])));
}

/** The test that compares a model with its full rebuild. */
function comparison(context: DagContext, id: NodeId): readonly PyValue[] {
  const model = context.dbt.models.find((one) => one.id === id);
  if (model?.materialize.kind !== "periods" || model.lateChanges === null) return [];
  const { name, materialize, lateChanges } = model;
  return [dict({ model: name, test: lateChanges.fullName, period: materialize.period })];
}

function modelsWithPeriods(context: DagContext): readonly NodeId[] {
  const found = nodesOf(context.graph, "model")
    .filter(hasPeriods)
    .map(({ id }) => id);
  return context.graph.order.filter((id) => found.includes(id) && context.graph.builtBy.has(id));
}

function hasPeriods({ declaration }: GraphNode<"model">): boolean {
  const { materialize } = declaration.spec;
  return typeof materialize === "object" && materialize.kind === "incremental-by-period";
}

function neededBy(context: DagContext, output: NodeId): ReadonlySet<NodeId> {
  const found = new Set<NodeId>([output]);
  for (const id of found)
    for (const { from, why } of upstreamOf(context.graph, id)) if (why !== "refers") found.add(from);
  return found;
}

const COMPARE =
  "afterwards compare the periods older than the window with a full rebuild; reads as much as a full refresh";

function params(names: readonly string[], first: string, start: string): Readonly<Record<string, PyValue>> {
  const day = (description: string, value: string) =>
    call("airflow.sdk.Param", { type: "string", format: "date", pattern: ISO_DATE, description }, [value]);
  return {
    what: call(
      "airflow.sdk.Param",
      { type: "string", enum: names, description: "model, or output whose models are built" },
      [first],
    ),
    from: day("first day, included", start),
    to: day("last day, included", start),
    days_per_step: call(
      "airflow.sdk.Param",
      { type: "integer", minimum: 1, description: "days that one start of dbt builds" },
      [31],
    ),
    dry_run: call("airflow.sdk.Param", { type: "boolean", description: "only say what would be done" }, [
      true,
    ]),
    compare: call("airflow.sdk.Param", { type: "boolean", description: COMPARE }, [false]),
  };
}

function tasks(context: DagContext, targets: Targets): readonly TaskPlan[] {
  return [
    {
      id: "plan_steps",
      operator: PYTHON_OPERATOR,
      args: given({
        python_callable: task(context.project, "backfill", "plan_periods"),
        op_kwargs: dict({
          targets: byTarget(targets, (id) => [selector.backfill(nodeOf(context.graph, id).name)]),
        }),
      }),
      expand: null,
      inlets: [],
      outlets: [],
    },
    {
      id: "build_periods",
      operator: PYTHON_OPERATOR,
      args: given({
        python_callable: task(context.project, "backfill", "run_step"),
        max_active_tis_per_dagrun: 1,
        pool: dbtPool(context.project),
        // The whole pool: no other task writes to the model meanwhile.
        pool_slots: context.graph.config.dbtSlots,
      }),
      expand: [["op_kwargs", { kind: "output", task: "plan_steps" }]],
      inlets: [],
      outlets: [],
    },
    {
      id: "compare",
      operator: PYTHON_OPERATOR,
      args: given({
        python_callable: task(context.project, "backfill", "compare_periods"),
        op_kwargs: dict({ comparisons: byTarget(targets, (id) => comparison(context, id)) }),
        pool: dbtPool(context.project),
        // A dry run builds nothing, which skips the task before this one.
        trigger_rule: TRIGGER_NONE_FAILED,
      }),
      expand: null,
      inlets: [],
      outlets: [],
    },
  ];
}

function backfillDoc(owner: string): string {
  return docText("Builds past periods of incremental models again; started by hand.", undefined, [
    { title: "Owner:", text: owner },
    {
      title: "Starts:",
      text: "only when somebody starts it. `what` is a model, or an output whose models are built; `dry_run` shows the steps in the log of `plan_steps` and builds nothing.",
    },
    {
      title: "Are old periods right?",
      text: "Start it with `dry_run` and `compare`: it builds nothing, compares every period older than the window with a full rebuild, and `compare` fails with the periods that differ and the backfill that mends them. A build with `compare` proves itself afterwards.",
    },
    {
      title: "Writes",
      text: "the periods from `from` to `to`, both included, whole; other periods and other models are not touched. Models that read them see the change with their next run, as far back as they recompute.",
    },
    {
      title: "Is it safe to run again?",
      text: "Yes. A step replaces its periods in one statement. One step runs at a time, with the whole pool of dbt, so that nothing else writes meanwhile.",
    },
    {
      title: "When it fails",
      instructions: [
        "Each step is one instance of `build_periods`: its log names its days and what failed.",
        "Mend the model, then clear the failed instances: those that succeeded are not built again.",
        "`compare` failed: its log names the periods that are wrong, and what to start.",
      ],
    },
  ]);
}
