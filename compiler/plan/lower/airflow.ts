import type { Graph } from "../../graph/graph.ts";
import type { AirflowPlan } from "../airflow.ts";
import type { DbtPlan } from "../dbt.ts";
import { dbtPool, maintenancePool } from "../names.ts";
import type { Operation } from "../operations.ts";
import type { SourcePlan } from "../sources.ts";
import type { DagContext } from "./airflow-context.ts";
import { sortedBy } from "./airflow-context.ts";
import { pipelines } from "./airflow-dag.ts";
import { transformDag } from "./dags/transform.ts";

/** Every DAG of a project, with the pools and connections that they need. */
export function lowerAirflow(
  graph: Graph,
  plan: {
    readonly sources: readonly SourcePlan[];
    readonly dbt: DbtPlan;
    readonly operations: readonly Operation[];
  },
): AirflowPlan {
  const { project, dbtSlots } = graph.config;
  const context: DagContext = { graph, project, ...plan };
  const dags = pipelines(context).map((pipeline) => transformDag(context, pipeline));
  return {
    project,
    dags: sortedBy(dags, ({ id }) => id),
    pools: [
      {
        name: dbtPool(project),
        slots: dbtSlots,
        description: `dbt processes of ${project} at the same time`,
      },
      { name: maintenancePool(project), slots: 1, description: `upkeep of the tables of ${project}` },
    ],
    connections: [],
  };
}
