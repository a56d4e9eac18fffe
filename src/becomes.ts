import type { GraphNode } from "../compiler/graph/graph.ts";
import { deliveryAction, userAction } from "../compiler/plan/names.ts";
import type { Plan } from "../compiler/plan/plan.ts";
import type { SourcePlan, TablePlan } from "../compiler/plan/sources.ts";

/** What a declaration is called in each system, a line each: `topic  shop_shop.shop.orders`. */
export function becomes(plan: Plan, node: GraphNode): readonly string[] {
  const lines = names(plan, node).filter(([, name]) => name !== null);
  const dags = plan.airflow.dags
    .filter((dag) => dag.from.includes(node.id))
    .map((dag) => ["Airflow DAG", dag.id] as const);
  const all = [...lines, ...dags];
  const width = Math.max(0, ...all.map(([what]) => what.length));
  return all.map(([what, name]) => `${what.padEnd(width)}  ${name}`);
}

type Name = readonly [what: string, name: string | null];

function names(plan: Plan, node: GraphNode): readonly Name[] {
  const { catalog } = plan.config;
  switch (node.kind) {
    case "postgres":
      return plan.sources.filter((source) => source.id === node.id).flatMap(sourceNames);
    case "table":
      return plan.sources.flatMap((source) =>
        source.tables.filter((table) => table.id === node.id).flatMap((table) => tableNames(catalog, table)),
      );
    case "model":
      return plan.dbt.models
        .filter((model) => model.id === node.id)
        .flatMap((model): readonly Name[] => [
          ["table in the lake", `${catalog}.${model.schema}.${model.name}`],
          ["dbt model", model.name],
        ]);
    case "seed":
      return [["dbt seed", node.name]];
    case "external":
      return [["dbt source", node.name]];
    case "report":
      return [...exposures(plan, node), ["OpenWhisk action", deliveryAction(plan.config.project)]];
    case "action":
      return [...exposures(plan, node), ["OpenWhisk action", userAction(plan.config.project, node.name)]];
    case "dashboard":
      return [
        ...exposures(plan, node),
        ...plan.superset.dashboards
          .filter((dashboard) => dashboard.id === node.id)
          .map(({ slug }): Name => ["page of Superset", `/superset/dashboard/${slug}/`]),
      ];
    default:
      return [];
  }
}

function exposures(plan: Plan, node: GraphNode): readonly Name[] {
  return plan.dbt.exposures
    .filter((exposure) => exposure.id === node.id)
    .map((exposure) => ["dbt exposure", exposure.name]);
}

function sourceNames(source: SourcePlan): readonly Name[] {
  return [
    ["publication", source.publication],
    ["replication slot", source.slot],
    ["topics", `${source.topicPrefix}.*`],
    ["control topic", source.controlTopic],
    ...source.connectors.map((connector): Name => [`${connector.role} connector`, connector.name]),
  ];
}

function tableNames(catalog: string, table: TablePlan): readonly Name[] {
  return [
    ["topic", table.topic],
    ["changes in the lake", `${catalog}.${table.bronzeSchema}.${table.lakeTable}`],
    ["state with deleted rows", `${catalog}.${table.baseSchema}.${table.lakeTable}`],
    ["table in the lake", `${catalog}.${table.currentSchema}.${table.currentTable}`],
    ["dbt model", table.currentModel],
    ["dbt model of versions", table.historyModel],
    ["dbt model of changes", table.changesModel],
  ];
}
