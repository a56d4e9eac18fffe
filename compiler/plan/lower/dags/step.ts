// Tasks of the user's own between models, each as the ordinary operator for its kind.
import type { Run } from "../../../../dsl/step.ts";
import type { Raw, Secret } from "../../../../dsl/values.ts";
import { seconds } from "../../../graph/config.ts";
import { type GraphNode, isKind, nodeOf, upstreamOf } from "../../../graph/graph.ts";
import type { PyValue, TaskPlan } from "../../airflow.ts";
import { connection } from "../../names.ts";
import type { DagContext } from "../airflow-context.ts";
import { sqlOf } from "../airflow-sql.ts";
import {
  type Arguments,
  dict,
  given,
  identifierPart,
  literalText,
  TRIGGER_ALL_DONE,
  task,
  timedelta,
} from "../airflow-values.ts";
import type { Stage, StageStep } from "../stages.ts";
import { type Builds, PYTHON_OPERATOR, stepTask } from "./build.ts";

export interface Steps {
  readonly tasks: readonly TaskPlan[];
  readonly edges: readonly (readonly [string, string])[];
}

/** Every step of the stages; a step whose inputs dbt builds comes after a task that looks whether they are good. */
export function stepTasks(context: DagContext, all: readonly Stage[], built: Builds): Steps {
  const tasks: TaskPlan[] = [];
  const edges: (readonly [string, string])[] = [];
  for (const step of all.flatMap((stage) => stage.steps)) {
    const node = nodeOf(context.graph, step.id);
    if (!isKind(node, "step")) continue;
    const id = stepTask(step.id);
    for (const first of step.afterSteps) edges.push([stepTask(first), id]);
    const needs = needsOf(context, step, built);
    if (needs.size > 0) {
      const ready = `ready_${identifierPart(node.name)}`;
      tasks.push(readyTask(context, node, ready, needs));
      for (const first of needs.keys()) edges.push([first, ready]);
      edges.push([ready, id]);
    }
    tasks.push(stepTaskPlan(context, node, id));
  }
  return { tasks, edges };
}

/** Names of models that a step reads, by the task that builds them. */
function needsOf(
  context: DagContext,
  step: StageStep,
  { taskOf }: Builds,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { from, why } of upstreamOf(context.graph, step.id)) {
    const task = taskOf.get(from);
    if (why !== "reads" || task === undefined) continue;
    found.set(task, [...new Set([...(found.get(task) ?? []), nodeOf(context.graph, from).name])].sort());
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readyTask(
  context: DagContext,
  node: GraphNode<"step">,
  id: string,
  needs: ReadonlyMap<string, readonly string[]>,
): TaskPlan {
  return {
    id,
    operator: PYTHON_OPERATOR,
    args: given({
      python_callable: task(context.project, "announce", "check_inputs"),
      op_kwargs: dict({
        reader: `step ${node.name}`,
        file: literalText(node.file),
        needs: dict(Object.fromEntries(needs)),
      }),
      trigger_rule: TRIGGER_ALL_DONE,
      retries: 0,
    }),
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function stepTaskPlan(context: DagContext, node: GraphNode<"step">, id: string): TaskPlan {
  const { spec } = node.declaration;
  const { operator, args } = operatorOf(context, node, spec.run);
  return {
    id,
    operator,
    args: [...args, ...common(node), ...extra(spec.airflow)],
    expand: null,
    inlets: [],
    outlets: [],
  };
}

interface OperatorOf {
  readonly operator: string;
  readonly args: Arguments;
}

function operatorOf(context: DagContext, node: GraphNode<"step">, run: Run): OperatorOf {
  switch (run.kind) {
    case "trino":
      return {
        operator: "airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator",
        args: given({
          conn_id: connection.trino,
          sql: literalText(sqlOf(context, node.sql)),
          do_xcom_push: false,
          requires_result_fetch: true,
        }),
      };
    case "http":
      return {
        operator: "airflow.providers.http.operators.http.HttpOperator",
        args: given({
          http_conn_id: connection.of(run.connection.name),
          endpoint: literalText(run.path),
          method: run.method,
          headers: run.headers === undefined ? undefined : dict(mapped(run.headers, literalText)),
          data: run.body === undefined ? undefined : literalText(run.body),
          do_xcom_push: false,
        }),
      };
    case "shell":
      return {
        operator: "airflow.providers.standard.operators.bash.BashOperator",
        args: given({
          bash_command: literalText(run.command),
          ...(run.env === undefined ? {} : { env: environment(run.env), append_env: true }),
          do_xcom_push: false,
        }),
      };
    case "python":
      return {
        operator: PYTHON_OPERATOR,
        args: given({
          python_callable: task(context.project, "steps", "run_python_file"),
          op_kwargs: dict({
            file: `${stepTask(node.id)}.py`,
            ...(run.env === undefined ? {} : { env: environment(run.env) }),
          }),
        }),
      };
    case "container":
      return {
        operator: "airflow.providers.docker.operators.docker.DockerOperator",
        args: given({
          image: literalText(run.image),
          command: run.command.map(literalText),
          ...containerEnvironment(run.env ?? {}),
          auto_remove: "success",
          mount_tmp_dir: false,
        }),
      };
  }
}

/** A secret is the password of its connection, read when the task runs and masked in Airflow's interface. */
function environment(env: Readonly<Record<string, string | Secret>>): PyValue {
  return dict(mapped(env, (value) => (typeof value === "string" ? literalText(value) : secretText(value))));
}

function containerEnvironment(
  env: Readonly<Record<string, string | Secret>>,
): Readonly<Record<string, PyValue | undefined>> {
  const entries = Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = entries.flatMap(([name, value]) =>
    typeof value === "string" ? [[name, literalText(value)] as const] : [],
  );
  const hidden = entries.flatMap(([name, value]) =>
    typeof value === "string" ? [] : [[name, secretText(value)] as const],
  );
  return {
    environment: plain.length === 0 ? undefined : dict(Object.fromEntries(plain)),
    private_environment: hidden.length === 0 ? undefined : dict(Object.fromEntries(hidden)),
  };
}

function secretText(secret: Secret): string {
  return `{{ conn.${connection.of(secret.name)}.password }}`;
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  make: (value: T) => PyValue,
): Readonly<Record<string, PyValue>> {
  const sorted = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, make(value)]));
}

/** A step runs twice only where its author says that this does no harm. */
function common({ description, declaration: { spec } }: GraphNode<"step">): Arguments {
  const about = [description ?? "", spec.takes === undefined ? "" : `Usually takes ${spec.takes}.`]
    .filter((part) => part !== "")
    .join("\n\n");
  return given({
    owner: spec.owner === undefined ? undefined : literalText(spec.owner),
    // Between the two, so that one person may describe a step while another hands it over.
    retries: spec.retries ?? 0,
    doc_md: about === "" ? undefined : literalText(about),
    execution_timeout: spec.timeout === undefined ? undefined : timedelta(seconds(spec.timeout)),
  });
}

function extra(raw: Raw | undefined): Arguments {
  const sorted = Object.entries(raw ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, value]) => {
    const plain = typeof value === "object" ? value.value : value;
    return [name, typeof plain === "string" ? literalText(plain) : plain] as const;
  });
}
