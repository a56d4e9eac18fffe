import { type Face, isColumnRef, isRelation, type RelationBody } from "../../dsl/relation.ts";
import { COLUMN, DECLARATION } from "../../dsl/symbols.ts";
import type { Mark } from "../diagnostics/mark.ts";
import { charts } from "./further-sql.ts";
import type { Edge, EdgeWhy, GraphNode, GraphProblem, NodeId } from "./graph.ts";
import { markAt, type Nodes } from "./nodes.ts";
import type { SqlText } from "./sql-text.ts";

type Add = (from: NodeId | undefined, to: NodeId, why: EdgeWhy, at: Mark, face?: Face) => void;

/** Every edge of the project, once for each pair, face and reason; a node that nobody declares makes none. */
export function makeEdges(
  nodes: Nodes,
  named: (name: string) => NodeId | undefined,
  problem: (problem: GraphProblem) => void,
): readonly Edge[] {
  const edges = new Map<string, Edge>();
  const add: Add = (from, to, why, at, face = "current") => {
    if (from === undefined || !nodes.byId.has(from) || !nodes.byId.has(to)) return;
    const key = `${from}>${to}>${face}>${why}`;
    if (!edges.has(key)) edges.set(key, { from, to, why, face, at });
  };
  for (const node of nodes.byId.values()) {
    if (node.sql !== undefined) addSql(node, node.sql, "reads", add);
    for (const text of node.furtherSql.values())
      addSql(node, text, node.kind === "dashboard" ? "shows" : "refers", add);
    addSpec(node, nodes, add);
    addReferences(node, named, add, problem);
  }
  return [...edges.values()];
}

function addSql(node: GraphNode, sql: SqlText, why: EdgeWhy, add: Add): void {
  for (const [marker, relation] of sql.relations) {
    if (relation.node === node.id && why === "refers") continue;
    add(relation.node, node.id, why, originOf(sql, marker), relation.face);
  }
}

function originOf(sql: SqlText, marker: string): Mark {
  const at = sql.analysed.indexOf(`"${marker}"`);
  let found: Mark = { kind: "project" };
  for (const origin of sql.origins) {
    if (origin.from > at) break;
    found = origin.mark;
  }
  return found;
}

function addSpec(node: GraphNode, nodes: Nodes, add: Add): void {
  const { declaration, id, mark } = node;
  const relation = (value: unknown, why: EdgeWhy, at: Mark) => {
    if (!isRelation(value)) return;
    const body = value[DECLARATION];
    add(idOf(body, nodes), id, why, at, body.face);
  };
  switch (declaration.kind) {
    case "postgres":
      for (const table of declaration.tables) add(id, `table:${table.name}`, "captures", mark);
      break;
    case "model":
      for (const [index, test] of (declaration.spec.tests ?? []).entries())
        if (test.kind === "relationship" && isColumnRef(test.to))
          addUnlessSelf(idOf(test.to[COLUMN].relation, nodes), id, markAt(mark, "tests", index), add);
      break;
    case "step":
      for (const [index, read] of (declaration.spec.reads ?? []).entries())
        relation(read, "reads", markAt(mark, "reads", index));
      for (const [index, written] of (declaration.spec.writes ?? []).entries())
        if (isRelation(written)) {
          const target = idOf(written[DECLARATION], nodes);
          if (target !== undefined) add(id, target, "writes", markAt(mark, "writes", index));
        }
      break;
    case "action":
      for (const [index, read] of (declaration.spec.reads ?? []).entries())
        relation(read, "reads", markAt(mark, "reads", index));
      break;
    case "dashboard":
      for (const chart of charts(declaration))
        for (const body of relationsIn(chart.spec))
          add(idOf(body, nodes), id, "shows", { kind: "site", site: chart.site }, body.face);
      for (const filter of declaration.spec.filters ?? [])
        for (const body of relationsIn(filter))
          add(idOf(body, nodes), id, "shows", { kind: "site", site: filter.site }, body.face);
      break;
    case "pipeline":
      for (const [index, output] of (declaration.spec.outputs ?? []).entries())
        if (isRelation(output)) relation(output, "lists", markAt(mark, "outputs", index));
        else add(nodes.idOf.get(output), id, "lists", markAt(mark, "outputs", index));
      break;
    default:
  }
}

function addUnlessSelf(from: NodeId | undefined, to: NodeId, at: Mark, add: Add): void {
  if (from !== to) add(from, to, "refers", at);
}

/** `.references("customers.id")` of a table means its own source; of a model, any relation of the project. */
function addReferences(
  node: GraphNode,
  named: (name: string) => NodeId | undefined,
  add: Add,
  problem: (problem: GraphProblem) => void,
): void {
  for (const column of node.columns) {
    const path = column.spec.references;
    if (path === undefined) continue;
    const owner = path.slice(0, path.lastIndexOf("."));
    const { declaration } = node;
    const target = named(declaration.kind === "table" ? `${declaration.source}.${owner}` : owner);
    if (target === undefined)
      problem({ kind: "unknown-reference", node: node.id, column: column.name, path, at: column.mark });
    else addUnlessSelf(target, node.id, column.mark, add);
  }
}

/** Relations named anywhere in a spec: by a column of theirs, or themselves. */
export function relationsIn(value: unknown): readonly RelationBody[] {
  if (isColumnRef(value)) return [value[COLUMN].relation];
  if (isRelation(value)) return [value[DECLARATION]];
  if (Array.isArray(value)) return value.flatMap(relationsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(relationsIn);
}

function idOf(body: RelationBody, nodes: Nodes): NodeId | undefined {
  return nodes.idOf.get(body.declaration);
}
