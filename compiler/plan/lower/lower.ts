import type { Graph } from "../../graph/graph.ts";
import type { Plan } from "../plan.ts";
import { lowerAirflow } from "./airflow.ts";
import { lowerDbt } from "./dbt.ts";
import { lowerDeploy } from "./deploy.ts";
import { lowerLineage } from "./lineage.ts";
import { lowerSources } from "./sources.ts";

/** Decides everything that targets print. The graph was checked, so nothing can fail here. */
export function lower(graph: Graph): Plan {
  const { mark: _, ...config } = graph.config;
  const capture = lowerSources(graph);
  const dbt = lowerDbt(graph);
  const airflow = lowerAirflow(graph, { sources: capture.sources, dbt, operations: capture.operations });
  return {
    config,
    ...capture,
    dbt,
    airflow,
    lineage: lowerLineage(graph),
    deploy: lowerDeploy(graph, { ...capture, airflow }),
  };
}
