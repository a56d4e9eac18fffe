import type { AirflowPlan } from "../../plan/airflow.ts";
import { header } from "../../text/header.ts";
import { type Artifact, target } from "../target.ts";
import { dagFile } from "./dag-file.ts";
import { packageFiles } from "./package.ts";
import { connectionsExample, poolsJson } from "./settings.ts";

/** The user's file behind what every project has. */
const CONFIG = "odp.config.ts";

/** DAGs, the small package that their tasks call, pools, and the names of the connections. */
export const airflow = target({
  summary: "Airflow DAGs, pools and connection names",
  reads: ["airflow"],
  emit: ({ airflow: plan }) => artifacts(plan),
});

function artifacts(plan: AirflowPlan): readonly Artifact[] {
  const common = header("hash", CONFIG);
  const made = (path: string, text: string): Artifact => ({ path: `airflow/${path}`, text, from: [] });
  return [
    ...plan.dags.map((dag) => ({ path: `airflow/dags/${dag.id}.py`, text: dagFile(dag), from: dag.from })),
    ...packageFiles(plan, common),
    ...plan.steps.map(({ id, name, file, text }) => ({
      path: `airflow/steps/${name}`,
      text: `${header("hash", file)}${text}`,
      from: [id],
    })),
    // Airflow looks for DAGs in every Python file that is not named here.
    made("dags/.airflowignore", `${common}${plan.project}_tasks/\n`),
    made("pools.json", poolsJson(plan)),
    made("connections.env.example", connectionsExample(plan, common)),
  ];
}
