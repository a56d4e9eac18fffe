import { isKind, nodesOf } from "../../graph/graph.ts";
import type { AirflowPlan, DagPlan, StepFilePlan } from "../airflow.ts";
import { connection, dbtPool, maintenancePool } from "../names.ts";
import { connections } from "./airflow-connections.ts";
import { type DagContext, listing, sortedBy } from "./airflow-context.ts";
import { pipelines } from "./airflow-dag.ts";
import { actionDag } from "./dags/action.ts";
import { backfillDag } from "./dags/backfill.ts";
import { stepTask } from "./dags/build.ts";
import { connectHealthDag } from "./dags/connect-health.ts";
import { maintenanceDag } from "./dags/maintenance.ts";
import { provisionDag } from "./dags/provision.ts";
import { reportDag } from "./dags/report.ts";
import { sourceDag } from "./dags/source.ts";
import { transformDag } from "./dags/transform.ts";

/** The user's file behind the DAGs that every project has. */
const CONFIG = "odp.config.ts";

/** Every DAG of a project, with the pools and connections that they need. */
export function lowerAirflow(context: DagContext): AirflowPlan {
  const { project, graph } = context;
  const { dbtSlots, catalog } = graph.config;
  return {
    project,
    places: {
      catalog,
      trino: connection.trino,
      kafka: connection.kafka,
      kafkaConnect: connection.kafkaConnect,
    },
    dags: sortedBy(allDags(context), ({ id }) => id),
    steps: stepFiles(context),
    pools: [
      {
        name: dbtPool(project),
        slots: dbtSlots,
        description: `Processes of dbt of ${project} at the same time`,
      },
      { name: maintenancePool(project), slots: 1, description: `Upkeep of the tables of ${project}` },
    ],
    connections: connections(context),
  };
}

/** Only what a pipeline lists is sent or run. */
function allDags(context: DagContext): readonly DagPlan[] {
  const { graph } = context;
  const isListed = ({ id }: { readonly id: DagPlan["from"][number] }) => listing(context, id) !== undefined;
  return [
    ...context.sources.map((source) => sourceDag(context, source)),
    ...pipelines(context)
      .map((pipeline) => transformDag(context, pipeline))
      .filter(({ tasks }) => tasks.length > 0),
    ...nodesOf(graph, "report")
      .filter(isListed)
      .map((report) => reportDag(context, report)),
    ...nodesOf(graph, "action")
      .filter(isListed)
      .map((action) => actionDag(context, action)),
    ...backfillDag(context, CONFIG),
    ...maintenanceDag(context, CONFIG),
    ...provisionDag(context, CONFIG),
    ...connectHealthDag(context, CONFIG),
  ];
}

function stepFiles({ graph }: DagContext): readonly StepFilePlan[] {
  return [...graph.nodes.values()].flatMap((node) => {
    if (!isKind(node, "step") || node.attachment === undefined || !graph.builtBy.has(node.id)) return [];
    const { path, text } = node.attachment;
    return [{ id: node.id, name: `${stepTask(node.id)}.py`, file: path, text }];
  });
}
