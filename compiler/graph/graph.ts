import type { ColumnSpec } from "../../dsl/column.ts";
import type { Declaration, Kind } from "../../dsl/declaration.ts";
import type { Face } from "../../dsl/relation.ts";
import type { SqlBody } from "../../dsl/sql.ts";
import type { Mark } from "../diagnostics/mark.ts";
import type { ActionBundle, Attachment } from "../load/project.ts";
import type { SqlProblemSlug } from "../sql/problems.ts";
import type { ProjectConfig } from "./config.ts";
import type { SqlText } from "./sql-text.ts";

/** `model:daily_revenue`, `table:shop.orders`: the identity of a declaration in a project. */
export type NodeId = `${Kind}:${string}`;

export type DeclarationOf<K extends Kind> = Extract<Declaration, { readonly kind: K }>;

/** A column of a relation, with its description joined. */
export interface GraphColumn {
  readonly name: string;
  readonly spec: ColumnSpec;
  readonly description?: string;
  readonly mark: Mark;
}

/** A declaration in its place. */
export interface GraphNode<K extends Kind = Kind> {
  readonly id: NodeId;
  readonly kind: K;
  readonly name: string;
  readonly declaration: DeclarationOf<K>;
  /** The user's file that declares it, from the project's root: `pipeline.ts`, `models/orders.ts`. */
  readonly file: string;
  /** From the spec, or from the TSDoc comment above the declaration. */
  readonly description?: string;
  /** Columns in order; empty where the declaration is no relation. */
  readonly columns: readonly GraphColumn[];
  /** The SQL of a model, a report, or a step on Trino. */
  readonly sql?: SqlText;
  /** The file that the declaration names: CSV of a seed, Python of a step, TypeScript of an action. */
  readonly attachment?: Attachment;
  /** An action with all that it imports. */
  readonly bundle?: ActionBundle;
  /** Other SQL of the declaration, by the body that its spec holds: tests, checks of columns, metrics. */
  readonly furtherSql: ReadonlyMap<SqlBody, SqlText>;
  readonly mark: Mark;
}

/** Why one declaration needs another. */
export type EdgeWhy = "reads" | "writes" | "captures" | "shows" | "lists" | "refers";

/** `from` must be there before `to`: data flows along it. `refers` is a test's edge: it orders tests, not builds. */
export interface Edge {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly why: EdgeWhy;
  /** How a captured table is read. */
  readonly face: Face;
  readonly at: Mark;
}

/** What the graph could not be built from; the checks of band 1 report it. */
export type GraphProblem =
  /** Two declarations have one id; the graph keeps the first. */
  | { readonly kind: "duplicate"; readonly id: NodeId; readonly first: Mark; readonly second: Mark }
  /** SQL names a relation that nobody declares. */
  | { readonly kind: "unknown-relation"; readonly node: NodeId; readonly name: string; readonly at: Mark }
  /** A template has a hole that cannot become SQL, such as `undefined`. */
  | { readonly kind: "refused-hole"; readonly node: NodeId; readonly what: string; readonly at: Mark }
  /** `period.start` or `period.end` outside a report. */
  | { readonly kind: "stray-period"; readonly node: NodeId; readonly at: Mark }
  /** `parameter(..)` outside a report. */
  | { readonly kind: "stray-parameter"; readonly node: NodeId; readonly at: Mark }
  /** The text is not SQL; found by the lexer. */
  | {
      readonly kind: "sql";
      readonly node: NodeId;
      readonly message: string;
      readonly help?: string;
      readonly at: Mark;
    }
  /** The query's names are right, and Trino refuses it all the same, or it means something else than it seems to. */
  | {
      readonly kind: "meaning";
      readonly node: NodeId;
      readonly slug: SqlProblemSlug;
      readonly message: string;
      readonly help?: string;
      readonly at: Mark;
    }
  /** SQL names a column that is not there, or that several relations have. `owner` is set for `alias.column`. */
  | {
      readonly kind: "column";
      readonly node: NodeId;
      readonly column: string;
      readonly owner?: { readonly node: NodeId; readonly face: Face };
      readonly message: string;
      readonly help?: string;
      readonly at: Mark;
    }
  /** A column refers to a path that is no captured column. */
  | {
      readonly kind: "unknown-reference";
      readonly node: NodeId;
      readonly column: string;
      readonly path: string;
      readonly at: Mark;
    };

/** Everything that the project declares, and how it hangs together. */
export interface Graph {
  readonly config: ProjectConfig;
  /** By id, sorted by id. */
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  /** The nodes of each kind, sorted by name. */
  readonly byKind: ReadonlyMap<Kind, readonly GraphNode[]>;
  /** Edges into a node, by its id, in the order of the text. */
  readonly upstream: ReadonlyMap<NodeId, readonly Edge[]>;
  /** Edges out of a node, sorted by target. */
  readonly downstream: ReadonlyMap<NodeId, readonly Edge[]>;
  /** Every node after what it needs; stable. Nodes of a cycle come last, by id. */
  readonly order: readonly NodeId[];
  /** The cycles found, each as a path whose last edge closes it. */
  readonly cycles: readonly (readonly NodeId[])[];
  /** Models, seeds and steps by the pipeline that builds them; models of no pipeline are missing. */
  readonly builtBy: ReadonlyMap<NodeId, NodeId>;
  /** Pipelines that reach a model, seed or step through their outputs, by its id, sorted. */
  readonly reachedBy: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly problems: readonly GraphProblem[];
}

/** The nodes of one kind, sorted by name. */
export function nodesOf<K extends Kind>(graph: Graph, kind: K): readonly GraphNode<K>[] {
  const found: GraphNode<K>[] = [];
  for (const node of graph.byKind.get(kind) ?? []) if (isKind(node, kind)) found.push(node);
  return found;
}

export function isKind<K extends Kind>(node: GraphNode, kind: K): node is GraphNode<K> & GraphNode {
  return node.kind === kind;
}

/** The node of an id that is known to be there. */
export function nodeOf(graph: Graph, id: NodeId): GraphNode {
  const node = graph.nodes.get(id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

export function upstreamOf(graph: Graph, id: NodeId): readonly Edge[] {
  return graph.upstream.get(id) ?? [];
}

export function downstreamOf(graph: Graph, id: NodeId): readonly Edge[] {
  return graph.downstream.get(id) ?? [];
}
