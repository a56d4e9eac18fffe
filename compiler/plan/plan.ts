import type { ProjectConfig } from "../graph/config.ts";
import type { AirflowPlan } from "./airflow.ts";
import type { DbtPlan } from "./dbt.ts";
import type { DeployPlan } from "./deploy.ts";
import type { LineagePlan } from "./lineage.ts";
import type { OpenwhiskPlan } from "./openwhisk.ts";
import type { Operation, Removal } from "./operations.ts";
import type { PostgresScript } from "./postgres.ts";
import type { SourcePlan, TopicPlan } from "./sources.ts";
import type { SupersetPlan } from "./superset.ts";
import type { CatalogPlan, TrinoScript } from "./trino.ts";

/**
 * Everything that targets print, with every shared name decided. It survives `JSON.stringify` unchanged. References
 * between sections are names.
 */
export interface Plan {
  readonly config: Omit<ProjectConfig, "mark">;
  readonly sources: readonly SourcePlan[];
  readonly topics: readonly TopicPlan[];
  readonly postgres: readonly PostgresScript[];
  readonly catalogs: readonly CatalogPlan[];
  readonly trino: readonly TrinoScript[];
  readonly dbt: DbtPlan;
  readonly airflow: AirflowPlan;
  readonly openwhisk: OpenwhiskPlan;
  readonly superset: SupersetPlan;
  readonly operations: readonly Operation[];
  readonly removals: readonly Removal[];
  readonly lineage: LineagePlan;
  readonly deploy: DeployPlan;
}
