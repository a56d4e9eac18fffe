import type { AirflowPlan } from "../../plan/airflow.ts";
import { type Artifact, target } from "../target.ts";
import { dagFile } from "./dag-file.ts";

/** DAGs, the small package that their tasks call, pools, and the names of the connections. */
export const airflow = target({
  summary: "Airflow DAGs, pools and connection names",
  reads: ["airflow"],
  emit: ({ airflow: plan }) => dagArtifacts(plan),
});

function dagArtifacts(plan: AirflowPlan): readonly Artifact[] {
  return plan.dags.map((dag) => ({ path: `airflow/dags/${dag.id}.py`, text: dagFile(dag), from: dag.from }));
}
