import type { ActionDeclaration } from "./action.ts";
import type { DashboardDeclaration } from "./dashboard.ts";
import type { AnyRelation } from "./relation.ts";
import type { ReportDeclaration } from "./report.ts";
import type { Schedule } from "./schedule.ts";
import { callSite, type Site } from "./site.ts";
import type { StepDeclaration } from "./step.ts";
import type { Described, Duration, FormerNames } from "./values.ts";

/** What a pipeline may list: the things people wait for, and models that it alone builds for others. */
export type PipelineOutput =
  | AnyRelation
  | DashboardDeclaration
  | ReportDeclaration
  | ActionDeclaration
  | StepDeclaration;

/** Whom to tell, and when. */
export interface Alert {
  readonly on: "failure" | "late" | "test-warning";
  readonly email: readonly string[];
}

/** How many dbt processes build a pipeline. */
export type Granularity = "pipeline" | "model";

/** What a pipeline says. */
export interface PipelineSpec extends Omit<Described, "owner"> {
  /** E-mail address or team that answers for it. */
  readonly owner: string;
  /** What it is for; whatever these need follows from the graph. */
  readonly outputs: readonly PipelineOutput[];
  readonly schedule: Schedule;
  /** Attempts after the first, for each task. Default: 2. */
  readonly retries?: number;
  /** Wait before an attempt; it doubles. Default: `"2m"`. */
  readonly retryAfter?: Duration;
  /** Longest time of one task. Default: `"1h"`. */
  readonly taskTimeout?: Duration;
  /** Longest time of one run. Default: `"6h"`. */
  readonly runTimeout?: Duration;
  /** A run that is not done so long after it was due is reported. Default: none. */
  readonly deadline?: Duration;
  readonly alerts?: readonly Alert[];
  /**
   * `"pipeline"`: dbt builds everything between two steps in one process, skips only what reads a failure, and every
   * output is announced alone. `"model"`: one task a model; each costs seconds of start. Default: `"pipeline"`.
   */
  readonly granularity?: Granularity;
  /** Allows more than 500 tasks in one DAG. Default: false. */
  readonly allowLargeDag?: boolean;
  /** Its name before it was renamed; the DAG keeps its id and history. */
  readonly movedFrom?: FormerNames;
}

export interface PipelineDeclaration {
  readonly kind: "pipeline";
  readonly name: string;
  readonly spec: PipelineSpec;
  readonly site: Site;
}

/** What is built together, when, and who answers for it. It is the default export of a `pipeline.ts`. */
export function pipeline(name: string, spec: PipelineSpec): PipelineDeclaration {
  return Object.freeze({ kind: "pipeline", name, spec: Object.freeze(spec), site: callSite(pipeline) });
}
