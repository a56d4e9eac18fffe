import type { Plan } from "../plan/plan.ts";
import { airflow } from "./airflow/airflow.ts";
import { connect } from "./connect/connect.ts";
import { dbt } from "./dbt/dbt.ts";
import { deploy } from "./deploy/deploy.ts";
import { kafka } from "./kafka/kafka.ts";
import { lineage } from "./lineage/lineage.ts";
import { openwhisk } from "./openwhisk/openwhisk.ts";
import { postgres } from "./postgres/postgres.ts";
import { repository } from "./repository/repository.ts";
import { superset } from "./superset/superset.ts";
import type { Artifact } from "./target.ts";
import { trino } from "./trino/trino.ts";

/** Every system that files are written for. A new one is a folder here and a line in this table. */
export const targets = {
  airflow,
  connect,
  dbt,
  deploy,
  kafka,
  lineage,
  openwhisk,
  postgres,
  repository,
  superset,
  trino,
} as const;

export type TargetName = keyof typeof targets;

/** All files of a plan, sorted by path; no two targets write one path. */
export function emit(plan: Plan): readonly Artifact[] {
  const artifacts = Object.values(targets).flatMap((each) => each.emit(plan));
  artifacts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const [index, artifact] of artifacts.entries())
    if (artifact.path === artifacts[index + 1]?.path) throw new Error(`two artifacts at ${artifact.path}`);
  return artifacts;
}
