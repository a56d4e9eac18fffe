import type { Face } from "../../dsl/relation.ts";
import type { Project } from "../load/project.ts";
import { projectConfig } from "./config.ts";
import { makeEdges } from "./edges.ts";
import { furtherSql, mainSql } from "./further-sql.ts";
import type { Graph, GraphNode, GraphProblem, NodeId } from "./graph.ts";
import { knownColumns } from "./known-columns.ts";
import { lakeTable, ownSchema, RELATION_KINDS } from "./lake.ts";
import { makeNodes, type Nodes } from "./nodes.ts";
import { findCycles, topologicalOrder } from "./order.ts";
import { ownership } from "./ownership.ts";
import { resolveSql } from "./resolve-sql.ts";

/**
 * The graph of a project: nodes, resolved SQL, edges, order, and which pipeline builds what. It never fails: what is
 * wrong stands in `problems` and `cycles`, for the checks to report.
 */
export function buildGraph(project: Project): Graph {
  const problems: GraphProblem[] = [];
  const problem = (found: GraphProblem) => void problems.push(found);
  const config = projectConfig(project.config.spec, { kind: "site", site: project.config.site });
  const nodes = makeNodes(project, problem);
  const named = relationNames(nodes);
  resolveAll(project, nodes, named, problem);
  const edges = makeEdges(nodes, named, problem);
  const ids = [...nodes.byId.keys()];
  const upstream = group(edges, (edge) => edge.to);
  const downstream = group(
    [...edges].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)),
    (edge) => edge.from,
  );
  const { order, stuck } = topologicalOrder(ids, upstream, downstream);
  const cycles = findCycles(stuck, downstream);
  return {
    config,
    nodes: nodes.byId,
    byKind: group([...nodes.byId.values()], (node) => node.kind),
    upstream,
    downstream,
    order,
    cycles,
    ...ownership(nodes.byId, upstream),
    problems,
  };
}

/** Names under which SQL may call a relation: `shop.orders`, `daily_revenue`. */
function relationNames(nodes: Nodes): (name: string) => NodeId | undefined {
  const ids = new Map<string, NodeId>();
  for (const node of nodes.byId.values())
    if (RELATION_KINDS.has(node.kind) && !ids.has(node.name)) ids.set(node.name, node.id);
  return (name) => ids.get(name);
}

function resolveAll(
  project: Project,
  nodes: Nodes,
  named: (name: string) => NodeId | undefined,
  problem: (problem: GraphProblem) => void,
): void {
  const ownSchemas = new Map<string, string>();
  for (const { declaration } of nodes.byId.values())
    if (declaration.kind === "postgres") ownSchemas.set(declaration.name, ownSchema(declaration));
  const schemaOf = (source: string) => ownSchemas.get(source) ?? "public";
  const table = (id: NodeId, face: Face): string => {
    const node = nodes.byId.get(id);
    return (node && lakeTable(node.declaration, face, schemaOf)?.table) ?? id;
  };
  const columnsOf = knownColumns(nodes.byId);
  for (const node of nodes.byId.values()) {
    const context = {
      node: node.id,
      hasPeriod: node.kind === "report",
      idOf: (declaration: object) => nodes.idOf.get(declaration),
      named,
      lakeTable: table,
      columnsOf,
      attachments: project.attachments,
      problem,
    };
    const main = mainSql(node);
    const further = furtherSql(node);
    if (main === undefined && further.length === 0) continue;
    const resolved: GraphNode = {
      ...node,
      ...(main === undefined
        ? {}
        : { sql: resolveSql(main, context, node.kind === "step" ? "statement" : "query") }),
      furtherSql: new Map(further.map(({ body, form }) => [body, resolveSql(body, context, form)])),
    };
    nodes.byId.set(node.id, resolved);
  }
}

function group<Item, Key>(
  items: readonly Item[],
  key: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list === undefined) groups.set(key(item), [item]);
    else list.push(item);
  }
  return groups;
}
