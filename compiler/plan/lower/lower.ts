import type { Graph } from "../../graph/graph.ts";
import type { Plan } from "../plan.ts";
import { lowerAirflow } from "./airflow.ts";
import { capturedTables, type DagContext } from "./airflow-context.ts";
import { lowerDbt } from "./dbt.ts";
import { lowerDeploy } from "./deploy.ts";
import { lowerLineage } from "./lineage.ts";
import { lowerOpenwhisk } from "./openwhisk.ts";
import { lowerSources } from "./sources.ts";
import { lowerSuperset } from "./superset.ts";

/** Decides everything that targets print. The graph was checked, so nothing can fail here. */
export function lower(graph: Graph): Plan {
  const { mark: _, ...config } = graph.config;
  const capture = lowerSources(graph);
  const dbt = lowerDbt(graph);
  const captured = capturedTables(capture.sources);
  const context: DagContext = { graph, project: config.project, dbt, captured, ...capture };
  const airflow = lowerAirflow(context);
  return {
    config,
    ...capture,
    dbt,
    airflow,
    openwhisk: lowerOpenwhisk(context),
    superset: lowerSuperset(graph),
    lineage: lowerLineage(graph),
    deploy: lowerDeploy(graph, { ...capture, airflow }),
  };
}
