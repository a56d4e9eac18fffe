import type { NodeId } from "../graph/graph.ts";

/** A value of a generated Python call, as data. */
export type PyValue =
  | string
  | number
  | boolean
  | null
  | readonly PyValue[]
  /** A dict; its keys in the order in which they are written. */
  | { readonly kind: "dict"; readonly entries: readonly (readonly [string, PyValue])[] }
  /**
   * A call of the compiler's own making, never text of the user. The name carries its module, `datetime.timedelta`;
   * the target decides how it is imported.
   */
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly PyValue[];
      readonly kwargs: readonly (readonly [string, PyValue])[];
    }
  /** Something that a module defines: `airflow.sdk.TriggerRule.ALL_DONE`, a function of the package beside the DAGs. */
  | { readonly kind: "name"; readonly module: string; readonly name: string }
  /** What a task of the same DAG returned. */
  | { readonly kind: "output"; readonly task: string };

export interface TaskPlan {
  /** A Python identifier; the name of its variable too. */
  readonly id: string;
  /** `airflow.providers.standard.operators.python.PythonOperator` */
  readonly operator: string;
  /** Arguments in the order in which they are written, without `task_id`, `inlets` and `outlets`. */
  readonly args: readonly (readonly [string, PyValue])[];
  /** Arguments that make one task instance for each value; null for an ordinary task. */
  readonly expand: readonly (readonly [string, PyValue])[] | null;
  /** Names of assets that it reads and makes, sorted. */
  readonly inlets: readonly string[];
  readonly outlets: readonly string[];
}

/** A table of the lake as Airflow knows it. */
export interface AssetPlan {
  readonly name: string;
  readonly uri: string;
  /** The Iceberg table to watch, `schema.table`, where the DAG starts on its commits. */
  readonly watch: {
    readonly table: string;
    readonly connection: string;
    readonly pollSeconds: number;
  } | null;
}

/** Times of one or several cron expressions in a named zone. */
export interface TimesPlan {
  readonly expressions: readonly string[];
  readonly zone: string;
}

export type SchedulePlan =
  | { readonly kind: "none" }
  | { readonly kind: "times"; readonly times: TimesPlan }
  /** As `times`; a run also knows the time before its own, where a period begins. */
  | { readonly kind: "intervals"; readonly times: TimesPlan }
  /** On any or all of the assets, or also at the times. */
  | {
      readonly kind: "assets";
      readonly assets: readonly string[];
      readonly every: "any" | "all";
      readonly or: TimesPlan | null;
    };

export interface DagPlan {
  readonly id: string;
  /** The user's file that it comes from. */
  readonly file: string;
  readonly from: readonly NodeId[];
  readonly displayName: string;
  /** The module docstring, Markdown: owner, inputs, outputs and readers, is it safe to run again, what to do when it fails. */
  readonly doc: string;
  readonly schedule: SchedulePlan;
  /** `YYYY-MM-DD`, in `zone`. */
  readonly startDate: string;
  readonly zone: string;
  /** Further arguments of the DAG in the order in which they are written. */
  readonly args: readonly (readonly [string, PyValue])[];
  /** Every asset that the schedule or a task names, sorted by name. */
  readonly assets: readonly AssetPlan[];
  /** Topological order, then by id. */
  readonly tasks: readonly TaskPlan[];
  /** Sorted. */
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

/** A Python file of the user's own that a step runs. */
export interface StepFilePlan {
  readonly id: NodeId;
  /** Name of the file in the folder of steps. */
  readonly name: string;
  /** The user's file. */
  readonly file: string;
  readonly text: string;
}

export interface AirflowPlan {
  readonly project: string;
  /** Where the package beside the DAGs finds the services and the lake. */
  readonly places: {
    readonly catalog: string;
    readonly trino: string;
    readonly kafka: string;
    readonly kafkaConnect: string;
  };
  readonly steps: readonly StepFilePlan[];
  readonly dags: readonly DagPlan[];
  readonly pools: readonly PoolPlan[];
  readonly connections: readonly ConnectionPlan[];
}
