import { type Graph, type NodeId, nodeOf, nodesOf } from "../../graph/graph.ts";
import type { DbtPlan } from "../dbt.ts";

/** Who answers for a declaration: its own owner, else that of the pipeline that builds it. */
export function ownerOf(graph: Graph, id: NodeId): string | null {
  const { declaration } = nodeOf(graph, id);
  const own = "spec" in declaration ? declaration.spec.owner : declaration.options.owner;
  if (own !== undefined) return own;
  const pipeline = graph.builtBy.get(id);
  return pipeline === undefined ? null : ownerOf(graph, pipeline);
}

/** Owners of models as dbt groups, by owner; a group's name is the owner in letters, digits and `_`. */
export function groupNames(graph: Graph): ReadonlyMap<string, string> {
  const owners = new Set<string>();
  for (const model of nodesOf(graph, "model")) {
    const owner = ownerOf(graph, model.id);
    if (owner !== null) owners.add(owner);
  }
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const owner of [...owners].sort()) {
    const base =
      owner
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, "") || "owner";
    let name = base;
    for (let next = 2; taken.has(name); next++) name = `${base}_${next}`;
    taken.add(name);
    names.set(owner, name);
  }
  return names;
}

export function dbtGroups(groups: ReadonlyMap<string, string>): DbtPlan["groups"] {
  return [...groups].map(([owner, name]) => ({ name, owner })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Pipelines that a dashboard, report or action belongs to, for its owner. */
export function listedBy(graph: Graph, id: NodeId): readonly NodeId[] {
  return (graph.downstream.get(id) ?? []).filter((edge) => edge.why === "lists").map((edge) => edge.to);
}
