import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, type GraphNode, isKind, type NodeId } from "../../graph/graph.ts";
import type { SqlText } from "../../graph/sql-text.ts";
import { findRelations } from "../../sql/relations.ts";
import { type Passed, selected } from "./selected.ts";

/** A column with personal data, and where it was declared to be that. */
export interface Personal {
  readonly kind: string;
  /** `shop.customers.email` */
  readonly origin: string;
  readonly at: Mark;
}

/** Personal columns of a relation, or of a query's result, by name. */
export type PersonalColumns = ReadonlyMap<string, Personal>;

/** Personal columns of every relation, as far as names show them. */
export function personalColumns(graph: Graph): ReadonlyMap<NodeId, PersonalColumns> {
  const known = new Map<NodeId, PersonalColumns>();
  for (const id of graph.order) {
    const node = graph.nodes.get(id);
    if (node === undefined || (node.columns.length === 0 && node.kind !== "model")) continue;
    const declared = ofDeclaration(node);
    const passed =
      isKind(node, "model") && node.sql !== undefined
        ? ofQuery(node.sql, known)
        : new Map<string, Personal>();
    const columns = new Set(node.columns.map((column) => column.name));
    const own = [...passed].filter(([name]) => columns.size === 0 || columns.has(name));
    known.set(id, new Map([...own, ...declared]));
  }
  return known;
}

function ofDeclaration(node: GraphNode): readonly (readonly [string, Personal])[] {
  return node.columns.flatMap(({ name, spec, mark }) =>
    spec.pii === undefined
      ? []
      : [[name, { kind: spec.pii, origin: `${node.name}.${name}`, at: mark }] as const],
  );
}

/** Personal columns of a query's result. */
export function ofQuery(text: SqlText, known: ReadonlyMap<NodeId, PersonalColumns>): PersonalColumns {
  // Most queries read no personal data; only the others are parsed again.
  if (![...text.relations.values()].some(({ node }) => (known.get(node)?.size ?? 0) > 0)) return new Map();
  const byAlias = new Map<string, PersonalColumns>();
  const all = new Map<string, Personal>();
  for (const relation of findRelations(text.analysed).relations) {
    const read = relation.isCommonTable ? undefined : text.relations.get(relation.parts[0]?.name ?? "");
    const columns = read === undefined ? undefined : known.get(read.node);
    if (columns === undefined) continue;
    byAlias.set((relation.alias ?? relation.parts.at(-1))?.name ?? "", columns);
    for (const [name, personal] of columns) if (!all.has(name)) all.set(name, personal);
  }
  const { passed, computed } = selected(text.analysed);
  const inner = new Map<string, Personal>();
  // What a common table expression passes on is read by those behind it; each round follows one more.
  for (let round = 0; round < 4; round++)
    for (const item of passed)
      if (item.depth > 0)
        for (const [name, personal] of follow(item, byAlias, all, inner)) inner.set(name, personal);
  const result = new Map<string, Personal>();
  for (const item of passed)
    if (item.depth === 0)
      for (const [name, personal] of follow(item, byAlias, all, inner))
        if (!computed.has(name)) result.set(name, personal);
  return result;
}

function follow(
  { as, column, qualifier, depth }: Passed,
  byAlias: ReadonlyMap<string, PersonalColumns>,
  all: PersonalColumns,
  inner: PersonalColumns,
): readonly (readonly [string, Personal])[] {
  const direct = qualifier === undefined ? undefined : byAlias.get(qualifier);
  if (column === "*") {
    if (direct !== undefined) return [...direct];
    // `select *` in front of common table expressions passes on what they pass on; else what is read.
    return inner.size > 0 && depth === 0 ? [...inner] : [...all];
  }
  const source = direct ?? (qualifier === undefined ? new Map([...all, ...inner]) : inner);
  const personal = source.get(column);
  return personal === undefined ? [] : [[as, personal]];
}
