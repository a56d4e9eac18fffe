// The package that the tasks call. Its modules are the same in every project; only `__init__.py` knows names.
import type { AirflowPlan } from "../../plan/airflow.ts";
import { pythonString } from "../../text/python.ts";
import type { Artifact } from "../target.ts";
import { ANNOUNCE } from "./package/announce.ts";
import { AS_OF } from "./package/as-of.ts";
import { BACKFILL } from "./package/backfill.ts";
import { BARRIER } from "./package/barrier.ts";
import { CONNECT_HEALTH } from "./package/connect-health.ts";
import { DBT } from "./package/dbt.ts";
import { DBT_PROCESS } from "./package/dbt-process.ts";
import { KAFKA } from "./package/kafka.ts";
import { MAIL } from "./package/mail.ts";
import { MAINTENANCE } from "./package/maintenance.ts";
import { OPENWHISK } from "./package/openwhisk.ts";
import { OUTCOME } from "./package/outcome.ts";
import { REPORTS } from "./package/reports.ts";
import { SERVICES } from "./package/services.ts";
import { SOURCE } from "./package/source.ts";
import { STEPS } from "./package/steps.ts";

const MODULES = {
  announce: ANNOUNCE,
  as_of: AS_OF,
  backfill: BACKFILL,
  barrier: BARRIER,
  connect_health: CONNECT_HEALTH,
  dbt: DBT,
  dbt_process: DBT_PROCESS,
  kafka: KAFKA,
  mail: MAIL,
  maintenance: MAINTENANCE,
  openwhisk: OPENWHISK,
  outcome: OUTCOME,
  reports: REPORTS,
  services: SERVICES,
  source: SOURCE,
  steps: STEPS,
} as const;

export function packageFiles({ project, places }: AirflowPlan, header: string): readonly Artifact[] {
  const folder = `airflow/dags/${project}_tasks`;
  const file = (name: string, text: string): Artifact => ({
    path: `${folder}/${name}.py`,
    text: `${header}${text}`,
    from: [],
  });
  const names = [
    ["PROJECT", project],
    ["CATALOG", places.catalog],
    ["TRINO", places.trino],
    ["KAFKA", places.kafka],
    ["KAFKA_CONNECT", places.kafkaConnect],
  ] as const;
  const constants = names.map(([name, value]) => `${name} = ${pythonString(value)}\n`).join("");
  return [
    file("__init__", `${INIT}\n${constants}`),
    ...Object.entries(MODULES).map(([name, text]) => file(name, text)),
  ];
}

const INIT = `"""What the tasks of the DAGs beside this package do. It needs Airflow and its providers, nothing else."""
`;
