import type { PyValue, TaskPlan } from "../../airflow.ts";
import { connection } from "../../names.ts";
import type { DagContext } from "../airflow-context.ts";
import { type Arguments, dict, given, task } from "../airflow-values.ts";

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
