import type { ActionDeclaration } from "./action.ts";
import type { ConfigDeclaration } from "./config.ts";
import type { DashboardDeclaration } from "./dashboard.ts";
import type { ExternalDeclaration } from "./external.ts";
import type { ModelDeclaration } from "./model.ts";
import type { PipelineDeclaration } from "./pipeline.ts";
import type { PostgresDeclaration, TableDeclaration } from "./postgres.ts";
import type { ReportDeclaration } from "./report.ts";
import type { SeedDeclaration } from "./seed.ts";
import type { StepDeclaration } from "./step.ts";

/** Everything that a user declares, besides the configuration. A table is declared by its source. */
export type Declaration =
  | PostgresDeclaration
  | TableDeclaration
  | ModelDeclaration
  | SeedDeclaration
  | ExternalDeclaration
  | StepDeclaration
  | DashboardDeclaration
  | ReportDeclaration
  | ActionDeclaration
  | PipelineDeclaration;

export type Kind = Declaration["kind"];
export type { ConfigDeclaration };
