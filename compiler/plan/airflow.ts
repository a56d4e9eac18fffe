import type { NodeId } from "../graph/graph.ts";

/** A value of a generated Python call. */
export type PyValue =
  | string
  | number
  | boolean
  | null
  | readonly PyValue[]
  | { readonly kind: "dict"; readonly entries: readonly (readonly [string, PyValue])[] }
  /** A Python expression of the compiler's own making: `timedelta(minutes=2)`, never text of the user. */
  | { readonly kind: "call"; readonly name: string; readonly args: readonly PyValue[]; readonly kwargs: readonly (readonly [string, PyValue])[] }
  | { readonly kind: "name"; readonly name: string };

export interface TaskPlan {
  readonly id: string;
  /** `airflow.providers.standard.operators.python.PythonOperator` */
  readonly operator: string;
  /** Arguments in the order in which they are written, without `task_id`. */
  readonly args: readonly (readonly [string, PyValue])[];
  readonly doc: string | null;
  readonly outlets: readonly string[];
}

/** A table of the lake as Airflow knows it. */
export interface AssetPlan {
  readonly name: string;
  readonly uri: string;
  /** The Iceberg table to watch, `schema.table`, where the DAG starts on its commits. */
  readonly watch: { readonly table: string; readonly pollSeconds: number } | null;
}

export type SchedulePlan =
  | { readonly kind: "none" }
  | { readonly kind: "cron"; readonly expression: string; readonly zone: string }
  | { readonly kind: "crons"; readonly expressions: readonly string[]; readonly zone: string }
  /** On any of the assets, or also at the times. */
  | { readonly kind: "assets"; readonly assets: readonly string[]; readonly every: "any" | "all"; readonly or: { readonly expression: string; readonly zone: string } | null };

export interface DagPlan {
  readonly id: string;
  /** The user's file that it comes from. */
  readonly file: string;
  readonly from: readonly NodeId[];
  readonly displayName: string;
  /** The module docstring, Markdown: owner, inputs, outputs and readers, is it safe to run again, what to do when it fails. */
  readonly doc: string;
  readonly schedule: SchedulePlan;
  readonly startDate: string;
  readonly zone: string;
  readonly args: readonly (readonly [string, PyValue])[];
  readonly assets: readonly AssetPlan[];
  readonly tasks: readonly TaskPlan[];
  readonly edges: readonly (readonly [string, string])[];
  readonly tags: readonly string[];
}

export interface PoolPlan {
  readonly name: string;
  readonly slots: number;
  readonly description: string;
}

/** A connection that the DAGs need, without values. */
export interface ConnectionPlan {
  readonly id: string;
  /** An example of `AIRFLOW_CONN_*` with no secret in it. */
  readonly example: string;
  readonly usedFor: string;
}

export interface AirflowPlan {
  readonly dags: readonly DagPlan[];
  readonly pools: readonly PoolPlan[];
  readonly connections: readonly ConnectionPlan[];
}
