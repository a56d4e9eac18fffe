import type { Filter } from "../../../dsl/dashboard.ts";
import { isColumnRef, type RelationBody } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import { relationsIn } from "../../graph/edges.ts";
import { charts } from "../../graph/further-sql.ts";
import { type Graph, type GraphNode, type NodeId, nodeOf, nodesOf } from "../../graph/graph.ts";
import { lakeTable, ownSchema } from "../../graph/lake.ts";
import * as names from "../names.ts";
import type { SupersetColumn, SupersetDataset } from "../superset.ts";
import { columnsOfFace } from "./dbt-columns.ts";
import { ownerOf } from "./dbt-owners.ts";
import type { MetricBook } from "./superset-metrics.ts";
import { humanised } from "./superset-names.ts";

/** One text a relation and face: two handles of one table are one dataset. */
export function relationKey({ declaration, face }: RelationBody): string {
  return `${declaration.kind}:${declaration.name}:${face}`;
}

/** Every relation that charts or filters of a dashboard name, once each, sorted by its place in the lake. */
export function supersetDatasets(graph: Graph, book: MetricBook): readonly SupersetDataset[] {
  const bodies = new Map<string, RelationBody>();
  for (const { declaration } of nodesOf(graph, "dashboard"))
    for (const body of [...charts(declaration).map(({ spec }) => spec), ...filters(declaration)].flatMap(
      relationsIn,
    ))
      bodies.set(relationKey(body), body);
  return [...bodies.values()]
    .map((body) => dataset(graph, body, book))
    .sort((a, b) => (`${a.schema}.${a.table}` < `${b.schema}.${b.table}` ? -1 : 1));
}

/** Catalog, schema and table of a relation. */
export function placeOf(graph: Graph, id: NodeId, face: RelationBody["face"]): readonly string[] {
  const { declaration } = nodeOf(graph, id);
  const place = lakeTable(declaration, face, (source) => schemaOf(graph, source));
  if (place === undefined) throw new Error(`${id} is no relation`);
  const catalog = declaration.kind === "external" ? declaration.spec.catalog : undefined;
  return [catalog ?? graph.config.catalog, place.schema, place.table];
}

export function nodeIdOf({ declaration }: RelationBody): NodeId {
  return `${declaration.kind}:${declaration.name}` as NodeId;
}

function dataset(graph: Graph, body: RelationBody, book: MetricBook): SupersetDataset {
  const id = nodeIdOf(body);
  const node = nodeOf(graph, id);
  const [catalog = "", schema = "", table = ""] = placeOf(graph, id, body.face);
  const columns = columnsOf(graph, node, body);
  return {
    uuid: datasetUuid(graph, body),
    id,
    file: node.file,
    catalog,
    schema,
    table,
    description: node.description ?? null,
    owner: ownerOf(graph, id),
    timeColumn: timeColumnOf(graph, body) ?? columns.find(({ isTime }) => isTime)?.name ?? null,
    columns,
    metrics: book.of(body),
  };
}

export function datasetUuid(graph: Graph, body: RelationBody): string {
  const { declaration, name, kind } = nodeOf(graph, nodeIdOf(body));
  const movedFrom =
    "spec" in declaration && "movedFrom" in declaration.spec ? declaration.spec.movedFrom : undefined;
  const oldest = names.oldestName(name, movedFrom);
  const face = body.face === "current" ? "" : `:${body.face}`;
  return names.superset.uuid(graph.config.project, "dataset", `${kind}:${oldest}${face}`);
}

function columnsOf(graph: Graph, node: GraphNode, { face }: RelationBody): readonly SupersetColumn[] {
  const described = new Map(node.columns.map(({ name, description }) => [name, description]));
  return columnsOfFace(graph, node.id, face).map(({ name, type }) => ({
    name,
    label: humanised(name),
    type,
    isTime: /^(date|timestamp)/.test(type),
    description: described.get(name) ?? null,
  }));
}

/** The column of the first filter of time on the relation: what readers of a chart outside of a dashboard mean too. */
function timeColumnOf(graph: Graph, body: RelationBody): string | undefined {
  const key = relationKey(body);
  for (const { declaration } of nodesOf(graph, "dashboard"))
    for (const { type, column } of filters(declaration))
      if (type === "time" && isColumnRef(column) && relationKey(column[COLUMN].relation) === key)
        return column[COLUMN].name;
  return undefined;
}

function filters(declaration: GraphNode<"dashboard">["declaration"]): readonly Filter[] {
  return declaration.spec.filters ?? [];
}

function schemaOf(graph: Graph, source: string): string {
  const declaration = graph.nodes.get(`postgres:${source}`)?.declaration;
  return declaration?.kind === "postgres" ? ownSchema(declaration) : "public";
}
