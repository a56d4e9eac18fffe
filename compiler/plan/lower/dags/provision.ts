import type { DagPlan, PyValue, TaskPlan } from "../../airflow.ts";
import { connection, dag } from "../../names.ts";
import type { Operation } from "../../operations.ts";
import { projectFailureMail } from "../airflow-alerts.ts";
import type { DagContext } from "../airflow-context.ts";
import { dagPlan, oneRunAtATime, projectOwner, retries } from "../airflow-dag.ts";
import { code, docText } from "../airflow-doc.ts";
import {
  type Arguments,
  call,
  dict,
  given,
  identifierPart,
  literalText,
  task,
  timedelta,
  uniqueIds,
} from "../airflow-values.ts";
import { PYTHON_OPERATOR } from "./build.ts";

const MINUTE = 60;
const HOUR = 3600;
const SQL_OPERATOR = "airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator";

/** The DAG that makes everything that has to be there before changes flow: the same list that `odp deploy` applies. */
export function provisionDag(context: DagContext, configFile: string): readonly DagPlan[] {
  const { operations } = context;
  if (operations.length === 0) return [];
  const { config } = context.graph;
  const owner = projectOwner(context);
  const ids = uniqueIds(operations.map(({ id }) => identifierPart(id)));
  const idOf = new Map(operations.map(({ id }, index) => [id, ids[index] ?? ""]));
  return [
    dagPlan(context, {
      id: dag.provision(context.project),
      file: configFile,
      from: context.sources.map(({ id }) => id).sort(),
      displayName: `${context.project}: provision`,
      doc: provisionDoc(context, owner),
      schedule: { kind: "none" },
      zone: "UTC",
      args: oneRunAtATime(2 * HOUR, [
        ["owner", literalText(owner)],
        ...retries(3, MINUTE / 3),
        ...given({
          execution_timeout: timedelta(30 * MINUTE),
          on_failure_callback: projectFailureMail(config),
        }),
      ]),
      assets: [],
      tasks: operations.map((operation) => operationTask(context, operation, idOf.get(operation.id) ?? "")),
      edges: operations.flatMap(({ id, after }) =>
        after.flatMap((first) => {
          const before = idOf.get(first);
          return before === undefined ? [] : [[before, idOf.get(id) ?? ""] as const];
        }),
      ),
      tags: ["provision"],
    }),
  ];
}

function operationTask(context: DagContext, operation: Operation, id: string): TaskPlan {
  const { operator, args } = operatorOf(context, operation);
  return {
    id,
    operator,
    args: [...args, ...given({ task_display_name: literalText(operation.title) })],
    expand: null,
    inlets: [],
    outlets: [],
  };
}

function operatorOf(
  context: DagContext,
  operation: Operation,
): { readonly operator: string; readonly args: Arguments } {
  switch (operation.kind) {
    case "postgres":
      return sql(operation.connection, operation.statements, { autocommit: true });
    case "trino":
      return sql(connection.trino, operation.statements, { requires_result_fetch: true });
    case "topic":
      return {
        operator: PYTHON_OPERATOR,
        args: given({
          python_callable: task(context.project, "kafka", "ensure_topic"),
          op_kwargs: dict({
            topic: operation.topic,
            partitions: operation.partitions,
            replication_factor: operation.replicationFactor,
            config: texts(operation.config),
          }),
        }),
      };
    case "connector":
      return {
        operator: "airflow.providers.http.operators.http.HttpOperator",
        args: given({
          http_conn_id: connection.kafkaConnect,
          endpoint: `connectors/${operation.name}/config`,
          method: "PUT",
          headers: dict({ "Content-Type": "application/json" }),
          // Wrapped, so that nothing in it is taken for a template.
          data: call("airflow.sdk.literal", {}, [call("json.dumps", {}, [plainTexts(operation.config)])]),
          do_xcom_push: false,
        }),
      };
  }
}

function sql(conn_id: string, statements: readonly string[], more: Readonly<Record<string, PyValue>>) {
  return {
    operator: SQL_OPERATOR,
    args: given({ conn_id, sql: statements.map(literalText), do_xcom_push: false, ...more }),
  };
}

function texts(config: readonly (readonly [string, string])[]): PyValue {
  return { kind: "dict", entries: config.map(([key, value]) => [key, literalText(value)]) };
}

function plainTexts(config: readonly (readonly [string, string])[]): PyValue {
  return { kind: "dict", entries: config };
}

function provisionDoc(context: DagContext, owner: string): string {
  return docText(
    "Makes the topics, tables and connectors of the project, or brings them up to date.",
    undefined,
    [
      { title: "Owner:", text: owner },
      {
        title: "Starts:",
        text: "only when somebody starts it: after the first deployment and after each change of a source.",
      },
      { title: "Writes", items: context.operations.map(({ title }) => title), none: "nothing." },
      {
        title: "Is it safe to run again?",
        text: "Yes. Every statement may be run again; nothing is taken away, and no data is lost.",
      },
      {
        title: "When it fails",
        instructions: [
          `A task on PostgreSQL: its connection needs a user that may do what the file in ${code("postgres/")} says; a database administrator can run that file instead, and the task be marked as done.`,
          `A task ${code("preflight_...")}: its message lists what stands in the way, each with its remedy.`,
          "A connector: Kafka Connect's answer names the key. Clear the task to try again.",
        ],
      },
    ],
  );
}
