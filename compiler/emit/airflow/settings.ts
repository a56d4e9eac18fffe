// What an Airflow has to be given before the DAGs can run: pools, and values for the connections.
import type { AirflowPlan } from "../../plan/airflow.ts";
import { envFile } from "../../text/env-file.ts";
import { json } from "../../text/json.ts";

/** `airflow pools import pools.json`; a task in a pool that is not there waits for ever. */
export function poolsJson({ pools }: AirflowPlan): string {
  return json(
    Object.fromEntries(
      pools.map(({ name, slots, description }) => [name, { slots, description, include_deferred: false }]),
    ),
  );
}

/** Names of connections with examples; values belong into the environment or a secrets backend. */
export function connectionsExample({ connections }: AirflowPlan, header: string): string {
  const entries = connections.map(
    ({ id, example, usedFor }) =>
      `\n# ${usedFor}\n${envFile([[`AIRFLOW_CONN_${id.toUpperCase()}`, example]])}`,
  );
  return `${header}# Set these where Airflow runs, with values of your own; passwords stand in none of the emitted files.\n${entries.join("")}`;
}
