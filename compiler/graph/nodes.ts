import type { Columns } from "../../dsl/column.ts";
import type { Declaration } from "../../dsl/declaration.ts";
import type { PostgresDeclaration } from "../../dsl/postgres.ts";
import { COLUMN } from "../../dsl/symbols.ts";
import type { Mark } from "../diagnostics/mark.ts";
import type { LoadedDeclaration, Project } from "../load/project.ts";
import type { GraphColumn, GraphNode, GraphProblem, NodeId } from "./graph.ts";
import { ownSchema } from "./lake.ts";

/** The nodes of a project, without SQL; the first of two declarations with one id stays. */
export interface Nodes {
  /** Sorted by id. */
  readonly byId: Map<NodeId, GraphNode>;
  readonly idOf: ReadonlyMap<object, NodeId>;
}

export function makeNodes(project: Project, problem: (problem: GraphProblem) => void): Nodes {
  const sources = new Map<string, PostgresDeclaration>();
  for (const { declaration } of project.declarations)
    if (declaration.kind === "postgres" && !sources.has(declaration.name))
      sources.set(declaration.name, declaration);
  const idOf = new Map<object, NodeId>();
  const found = new Map<NodeId, GraphNode>();
  for (const loaded of withTables(project.declarations)) {
    const node = makeNode(loaded, project, sources);
    idOf.set(loaded.declaration, node.id);
    const first = found.get(node.id);
    if (first === undefined) found.set(node.id, node);
    else if (first.declaration !== loaded.declaration && node.kind !== "table")
      problem({ kind: "duplicate", id: node.id, first: first.mark, second: node.mark });
  }
  return { byId: new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1))), idOf };
}

/** Tables are declared inside their source; each becomes a node of its own. */
function withTables(declarations: readonly LoadedDeclaration[]): readonly LoadedDeclaration[] {
  const seen = new Set<Declaration>(declarations.map((loaded) => loaded.declaration));
  const all = [...declarations];
  for (const { declaration, file } of declarations)
    if (declaration.kind === "postgres")
      for (const table of declaration.tables)
        if (!seen.has(table)) all.push({ declaration: table, file, columnDescriptions: new Map() });
  return all;
}

function makeNode(
  loaded: LoadedDeclaration,
  project: Project,
  sources: ReadonlyMap<string, PostgresDeclaration>,
): GraphNode {
  const { declaration } = loaded;
  const mark = markOf(declaration, sources);
  const description = written(declaration) ?? loaded.description;
  const attachment = project.attachments.get(declaration);
  const bundle = project.bundles.get(declaration);
  return {
    id: `${declaration.kind}:${declaration.name}`,
    kind: declaration.kind,
    name: declaration.name,
    declaration,
    file: loaded.file,
    columns: columnsOf(declaration, loaded, mark),
    furtherSql: new Map(),
    mark,
    ...(description === undefined ? {} : { description }),
    ...(attachment === undefined ? {} : { attachment }),
    ...(bundle === undefined ? {} : { bundle }),
  };
}

function written(declaration: Declaration): string | undefined {
  return declaration.kind === "table" ? declaration.options.description : declaration.spec.description;
}

function markOf(declaration: Declaration, sources: ReadonlyMap<string, PostgresDeclaration>): Mark {
  if (declaration.kind !== "table") return { kind: "site", site: declaration.site };
  const source = sources.get(declaration.source);
  if (source === undefined) return { kind: "project" };
  const isOwn = declaration.schema === ownSchema(source);
  const path = isOwn ? ["tables", declaration.table] : ["schemas", declaration.schema, declaration.table];
  return { kind: "site", site: source.site, path };
}

/** The mark of a property below a node's own. */
export function markAt(mark: Mark, ...path: readonly (string | number)[]): Mark {
  return mark.kind === "site" ? { ...mark, path: [...(mark.path ?? []), ...path] } : mark;
}

function columnsOf(declaration: Declaration, loaded: LoadedDeclaration, mark: Mark): readonly GraphColumn[] {
  const columns = declaredColumns(declaration);
  const path = declaration.kind === "table" ? [] : ["columns"];
  return Object.entries(columns).map(([name, column]) => {
    const spec = column[COLUMN];
    const description = spec.description ?? loaded.columnDescriptions.get(name);
    return {
      name,
      spec,
      mark: markAt(mark, ...path, name),
      ...(description === undefined ? {} : { description }),
    };
  });
}

function declaredColumns(declaration: Declaration): Columns {
  switch (declaration.kind) {
    case "table":
      return declaration.columns;
    case "model":
    case "seed":
    case "external":
      return declaration.spec.columns;
    default:
      return {};
  }
}
