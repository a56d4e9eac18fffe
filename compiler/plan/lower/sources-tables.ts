import type { Face } from "../../../dsl/relation.ts";
import { seconds } from "../../graph/config.ts";
import { downstreamOf, type Graph, type GraphNode, isKind, type NodeId } from "../../graph/graph.ts";
import { sqlIdentifier } from "../../text/sql.ts";
import type { DbtTest } from "../dbt.ts";
import * as names from "../names.ts";
import type { TablePlan } from "../sources.ts";
import { columnTests, distinctTests, relationship } from "./dbt-columns.ts";
import { lowerColumn } from "./sources-columns.ts";

/** The captured tables of a source, sorted by name. */
export function lowerTables(
  graph: Graph,
  source: GraphNode<"postgres">,
  topicPrefix: string,
): readonly TablePlan[] {
  const ownSchema = source.declaration.spec.schema ?? "public";
  const { owner = null, movedFrom } = source.declaration.spec;
  const place = { ownSchema, topicPrefix, owner, source: names.oldestName(source.name, movedFrom) };
  const tables: TablePlan[] = [];
  for (const node of graph.nodes.values())
    if (isKind(node, "table") && node.declaration.source === source.name)
      tables.push(lowerTable(graph, node, place));
  return tables.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the names of a table take from its source. */
interface Place {
  readonly ownSchema: string;
  readonly topicPrefix: string;
  /** Its oldest name. */
  readonly source: string;
  readonly owner: string | null;
}

function lowerTable(graph: Graph, node: GraphNode<"table">, place: Place): TablePlan {
  const { project } = graph.config;
  const { source, schema, table, options } = node.declaration;
  const oldest = names.oldestName(table, options.movedFrom);
  const lakeTable = names.tableName(schema, oldest, place.ownSchema);
  const currentTable = names.tableName(schema, table, place.ownSchema);
  const primaryKey = node.columns.filter(({ spec }) => spec.primaryKey).map(({ name }) => name);
  const key = primaryKey.length > 0 ? primaryKey : (options.keys ?? []);
  const isHistoryRead = isRead(graph, node.id, "history");
  const isChangesRead = isRead(graph, node.id, "changes");
  return {
    id: node.id,
    name: node.name,
    description: node.description ?? "",
    owner: options.owner ?? place.owner,
    tags: [...(options.tags ?? [])].sort(),
    file: node.file,
    schema,
    table,
    formerTables: names.formerNames(options.movedFrom),
    topic: names.topic(place.topicPrefix, schema, oldest),
    topicPattern: names.topicPattern(project, place.source, schema, oldest),
    key,
    identity: options.identity === "full" ? "full" : primaryKey.length > 0 ? "default" : "index",
    columns: node.columns.map((column) => lowerColumn(column, key)),
    lakeTable,
    currentTable,
    bronzeSchema: names.bronzeSchema(place.source),
    baseSchema: names.baseSchema(place.source),
    currentSchema: names.currentSchema(source),
    baseModel: names.baseModel(source, currentTable),
    currentModel: names.currentModel(source, currentTable),
    historyModel: isHistoryRead ? names.historyModel(source, currentTable) : null,
    historyTable: names.historyTable(currentTable),
    changesModel: isChangesRead ? names.changesModel(source, currentTable) : null,
    changesTable: names.changesTable(currentTable),
    baseChangesModel: isHistoryRead || isChangesRead ? names.baseChangesModel(source, currentTable) : null,
    baseChangesTable: names.changesTable(lakeTable),
    tests: tableTests(graph, node, key),
    estimatedRows: options.estimatedRows ?? 1_000_000,
    keepDeletedSeconds: options.keepDeleted === undefined ? null : seconds(options.keepDeleted),
  };
}

function isRead(graph: Graph, id: NodeId, face: Face): boolean {
  return downstreamOf(graph, id).some((edge) => edge.face === face);
}

/**
 * What the columns say, in few queries: a source's run tests each of its tables. One condition holds for all columns
 * that are never null, and the columns of a compound key are unique together only.
 */
function tableTests(graph: Graph, node: GraphNode<"table">, key: readonly string[]): readonly DbtTest[] {
  const isUnique = (column: string): boolean =>
    key.length === 1 || node.columns.some(({ name, spec }) => name === column && spec.unique);
  const tests = columnTests(graph, node, key, key).flatMap((test): readonly DbtTest[] => {
    const isLeftOut =
      test.kind === "not_null" ||
      test.kind === "relationships" ||
      (test.kind === "unique" && !isUnique(test.column));
    return isLeftOut ? [] : [test];
  });
  const filled = node.columns.filter(({ name, spec }) => !spec.nullable || key.includes(name));
  const neverNull: DbtTest = {
    kind: "expression",
    name: `${node.name.replaceAll(".", "_")}__never_null`,
    expression: filled.map(({ name }) => `${sqlIdentifier(name)} is not null`).join(" and "),
    column: null,
    severity: "error",
    description: "",
  };
  return distinctTests([...tests, ...references(graph, node), neverNull]);
}

/**
 * Paths within the source: `customers.id`. Tables are read at different moments, so a reference may point at a row that
 * the next run brings: it only warns. The name of a table has a dot, that of a test may not.
 */
function references(graph: Graph, node: GraphNode<"table">): readonly DbtTest[] {
  return node.columns.flatMap(({ name, spec: { references: path } }) => {
    if (path === undefined) return [];
    const at = path.lastIndexOf(".");
    const target: NodeId = `table:${node.declaration.source}.${path.slice(0, at)}`;
    if (!graph.nodes.has(target)) return [];
    const test = relationship(graph, node.id, name, target, path.slice(at + 1), "warn", "");
    return [{ ...test, name: `${node.name}__${name}_exists`.replaceAll(".", "_") }];
  });
}
