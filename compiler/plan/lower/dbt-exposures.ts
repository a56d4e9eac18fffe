import type { Output } from "../../../dsl/dashboard.ts";
import { type Graph, type GraphNode, nodesOf, upstreamOf } from "../../graph/graph.ts";
import type { DbtExposure } from "../dbt.ts";
import { oldestName, superset } from "../names.ts";
import { dbtRef, refKey } from "./dbt-names.ts";
import { listedBy, ownerOf } from "./dbt-owners.ts";

/** Dashboards, reports and actions, as readers of models. */
export function dbtExposures(graph: Graph): readonly DbtExposure[] {
  return [
    ...nodesOf(graph, "action").map((node) => exposure(graph, node, "application")),
    ...nodesOf(graph, "dashboard").map((node) => exposure(graph, node, "dashboard")),
    ...nodesOf(graph, "report").map((node) => exposure(graph, node, "application")),
  ];
}

/** Where people open a dashboard; null where nobody said where Superset is. */
function dashboardUrl({ config }: Graph, dashboard: string): string | null {
  if (config.supersetUrl === null) return null;
  return `${config.supersetUrl.replace(/\/+$/, "")}/superset/dashboard/${superset.slug(config.project, dashboard)}/`;
}

type Exposed = Pick<GraphNode, "id" | "kind" | "name" | "file" | "description"> & {
  readonly declaration: { readonly spec: Output };
};

function exposure(graph: Graph, node: Exposed, type: DbtExposure["type"]): DbtExposure {
  const { spec } = node.declaration;
  const owner = spec.owner ?? listedBy(graph, node.id).flatMap((id) => ownerOf(graph, id) ?? [])[0];
  const read = upstreamOf(graph, node.id).filter((edge) => edge.why === "reads" || edge.why === "shows");
  const refs = new Map(
    read.map((edge) => dbtRef(graph, edge.from, edge.face)).map((ref) => [refKey(ref), ref]),
  );
  return {
    id: node.id,
    name: `${node.kind}_${node.name}`,
    file: node.file,
    label: spec.title,
    type,
    description: node.description ?? "",
    owner: owner ?? graph.config.project,
    url: node.kind === "dashboard" ? dashboardUrl(graph, oldestName(node.name, spec.movedFrom)) : null,
    tags: [...(spec.tags ?? [])].sort(),
    freshWithin: spec.freshWithin ?? null,
    personalData: spec.personalData ?? null,
    dependsOn: [...refs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref),
  };
}
