// The lanes in the order in which they run: what fails fastest first, and those that share services side by side.

import { airflowTasks } from "../airflow-run/lane.mjs";
import { airflowPlan } from "../airflow-run/plan.mjs";
import { chain } from "../chain/chain.mjs";
import { currentState } from "../current-state/lane.mjs";
import { deploy } from "../deploy/lane.mjs";
import { deployRun } from "../deploy-run/lane.mjs";
import { encoders } from "../encoders/encoders.mjs";
import { openwhisk } from "../openwhisk/lane.mjs";
import { periods } from "../periods/periods.mjs";
import { airflow } from "./airflow.mjs";
import { airflowRun } from "./airflow-run.mjs";
import { connect } from "./connect.mjs";
import { dbt } from "./dbt.mjs";
import { kafka } from "./kafka.mjs";
import { postgres } from "./postgres.mjs";
import { services } from "./services.mjs";
import { sql } from "./sql.mjs";
import { superset } from "./superset.mjs";
import { trino } from "./trino.mjs";

const UNPROVEN = "which has not passed from end to end yet";

export const lanes = [
  sql,
  airflow,
  airflowPlan,
  postgres,
  deploy,
  encoders,
  services,
  kafka,
  connect,
  trino,
  dbt,
  superset,
  airflowRun,
  { ...deployRun, onDemand: UNPROVEN },
  { ...airflowTasks, onDemand: UNPROVEN },
  { ...currentState, onDemand: UNPROVEN },
  { ...periods, onDemand: UNPROVEN },
  // From here on the lake is in a bucket.
  openwhisk,
  { ...chain, onDemand: UNPROVEN },
];
