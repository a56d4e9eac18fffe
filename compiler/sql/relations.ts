import { childrenOf, type SqlNode } from "./ast/children.ts";
import type { Column } from "./ast/expression.ts";
import type { Identifier, QualifiedName } from "./ast/node.ts";
import type { Query } from "./ast/query.ts";
import type { FaceRelation, MatchRecognize, Relation, TableRelation } from "./ast/relation.ts";
import { parse } from "./parse/parse.ts";
import type { SqlProblem } from "./problems.ts";
import type { Span } from "./tokens.ts";

/**
 * Which face of a captured table a query reads: its current state, its change events (`changes(shop.orders)`)
 * or its versions (`history(shop.orders)`).
 */
export type RelationFace = "current" | "changes" | "history";

/** A name with the place where it is written. Unquoted names are in lower case. */
export interface NamePart {
  readonly name: string;
  readonly span: Span;
}

/** One place of a query that names a table. */
export interface RelationName {
  readonly face: RelationFace;
  /** `[{orders}]`, `[{shop}, {orders}]`; one dotted quoted name, `"shop.orders"`, inside a face is split too. */
  readonly parts: readonly NamePart[];
  /** The name alone, for a face without its call. */
  readonly nameSpan: Span;
  /** All of it: the name, or the whole call of a face. The alias is not part of it. */
  readonly span: Span;
  readonly alias?: NamePart;
  /** True when a common table expression in scope has this name: then no table is meant. */
  readonly isCommonTable: boolean;
}

/** A column named through a relation: `o.total` where `o` is an alias, or `shop.orders.total`. */
export interface ColumnReference {
  readonly relation: RelationName;
  /** In lower case, since to Trino a column's name is the same in any letter case, also in quotes. */
  readonly column: NamePart;
  /** Qualifier and column, without fields of a row behind them. */
  readonly span: Span;
}

export interface FoundRelations {
  readonly relations: readonly RelationName[];
  /** All that is wrong with the text as a query. */
  readonly problems: readonly SqlProblem[];
}

/** Every place of the query that names a table, in the order of the text. Linear in its length. */
export function findRelations(text: string): FoundRelations {
  const { query, problems } = parse(text);
  return { relations: relationsOf(query).relations, problems };
}

/** Every `qualifier.column` whose qualifier is a relation of the query in scope, in the order of the text. */
export function findColumnReferences(text: string): readonly ColumnReference[] {
  return relationsOf(parse(text).query).columns;
}

/** What one `FROM`, or one list of lambda parameters, brings into scope. */
interface Scope {
  readonly outer: Scope | undefined;
  readonly entries: { readonly name: string; readonly relation: RelationName | undefined }[];
}

/** The common tables in scope, the nearest first. */
interface CommonTables {
  readonly name: string;
  readonly outer: CommonTables | undefined;
}

interface Context {
  readonly scope: Scope;
  readonly common: CommonTables | undefined;
}

interface Walk {
  readonly relations: RelationName[];
  readonly references: { readonly parts: readonly Identifier[]; readonly scope: Scope }[];
  /** Nodes still to visit: a list and not recursion, since runs of operators and joins nest thousands deep. */
  readonly pending: { readonly node: SqlNode; readonly context: Context }[];
}

/** The same for a query that is parsed already. */
export function relationsOf(query: Query): {
  readonly relations: readonly RelationName[];
  readonly columns: readonly ColumnReference[];
} {
  const walk: Walk = { relations: [], references: [], pending: [] };
  visitLater(walk, query, { scope: newScope(undefined), common: undefined });
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop())
    visit(walk, next.node, next.context);
  // Columns come last: an alias is in scope before the place where it is written.
  const columns = walk.references.flatMap(({ parts, scope }) => resolveColumn(parts, scope) ?? []);
  return { relations: walk.relations.sort(byPlace), columns: columns.sort(byPlace) };
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}

function newScope(outer: Scope | undefined): Scope {
  return { outer, entries: [] };
}

function visitLater(walk: Walk, node: SqlNode, context: Context): void {
  walk.pending.push({ node, context });
}

function visit(walk: Walk, node: SqlNode, context: Context): void {
  switch (node.kind) {
    case "query":
      visitQuery(walk, node, context);
      return;
    case "select": {
      const inside = { ...context, scope: newScope(context.scope.outer) };
      visitSelect(walk, node, inside);
      return;
    }
    case "table-query":
      addRelation(
        walk,
        { kind: "table", start: node.name.start, end: node.name.end, name: node.name, period: undefined },
        undefined,
        context,
      );
      return;
    case "table":
    case "face":
      addRelation(walk, node, undefined, context);
      if (node.kind === "table" && node.period !== undefined) visitLater(walk, node.period.asOf, context);
      return;
    case "aliased":
      visitAliased(walk, node.relation, node.alias, context);
      return;
    case "query-relation":
      // A derived table does not see what stands beside it.
      visitLater(walk, node.query, { ...context, scope: newScope(context.scope.outer) });
      return;
    case "match-recognize":
      visitMatch(walk, node, context);
      return;
    case "lambda": {
      const scope = newScope(context.scope);
      for (const { name } of node.parameters) scope.entries.push({ name, relation: undefined });
      visitLater(walk, node.body, { ...context, scope });
      return;
    }
    case "column":
      addReference(walk, node, context);
      return;
    case "grouping":
      for (const column of node.columns) addReference(walk, column, context);
      return;
    default:
      for (const child of childrenOf(node)) visitLater(walk, child, context);
  }
}

function visitQuery(walk: Walk, query: Query, context: Context): void {
  let { common } = context;
  const outer = newScope(context.scope);
  for (const { name, query: definition } of query.with?.tables ?? []) {
    const itself: CommonTables = { name: name.name, outer: common };
    visitLater(walk, definition, { scope: outer, common: query.with?.isRecursive ? itself : common });
    common = itself;
  }
  const inside: Context = { scope: newScope(context.scope), common };
  if (query.body.kind === "select") visitSelect(walk, query.body, inside);
  else visitLater(walk, query.body, inside);
  for (const node of query.functions) for (const child of childrenOf(node)) visitLater(walk, child, inside);
  for (const item of query.orderBy) visitLater(walk, item.expression, inside);
}

function visitSelect(
  walk: Walk,
  select: Extract<SqlNode, { readonly kind: "select" }>,
  inside: Context,
): void {
  for (const child of childrenOf(select)) visitLater(walk, child, inside);
}

function visitAliased(walk: Walk, relation: Relation, alias: Identifier, context: Context): void {
  if (relation.kind === "table" || relation.kind === "face") {
    addRelation(walk, relation, alias, context);
    if (relation.kind === "table" && relation.period !== undefined)
      visitLater(walk, relation.period.asOf, context);
    return;
  }
  context.scope.entries.push({ name: alias.name, relation: undefined });
  // The names inside are hidden behind the alias, but `unnest` and `lateral` see what stands before them.
  const isSibling =
    relation.kind !== "unnest" && relation.kind !== "lateral" && relation.kind !== "json-table";
  visitLater(walk, relation, isSibling ? { ...context, scope: newScope(context.scope.outer) } : context);
}

/** Pattern variables qualify columns inside; what is outside sees the result only. */
function visitMatch(walk: Walk, node: MatchRecognize, context: Context): void {
  const scope = newScope(context.scope.outer);
  for (const { name } of node.definitions) scope.entries.push({ name: name.name, relation: undefined });
  for (const child of childrenOf(node)) visitLater(walk, child, { ...context, scope });
}

function addReference(walk: Walk, { parts }: Column | QualifiedName, { scope }: Context): void {
  if (parts.length > 1) walk.references.push({ parts, scope });
}

function addRelation(
  walk: Walk,
  node: TableRelation | FaceRelation,
  alias: Identifier | undefined,
  context: Context,
): void {
  const [first] = node.name.parts;
  const isOneName = node.kind === "table" && node.name.parts.length === 1;
  const base = {
    face: node.kind === "table" ? "current" : node.face,
    parts: node.kind === "face" ? splitDots(node.name) : node.name.parts.map(namePart),
    nameSpan: spanOf(node.name),
    span: node.kind === "table" ? spanOf(node.name) : spanOf(node),
    isCommonTable: isOneName && first !== undefined && isCommon(context.common, first.name),
  } as const;
  const relation: RelationName = alias === undefined ? base : { ...base, alias: namePart(alias) };
  walk.relations.push(relation);
  const name = alias?.name ?? base.parts[base.parts.length - 1]?.name ?? "";
  context.scope.entries.push({ name, relation });
}

function isCommon(common: CommonTables | undefined, name: string): boolean {
  for (let here = common; here !== undefined; here = here.outer) if (here.name === name) return true;
  return false;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function namePart(identifier: Identifier): NamePart {
  return { name: identifier.name, span: spanOf(identifier) };
}

/** Inside a face, `"shop.orders"` means the same as `shop.orders`. */
function splitDots({ parts }: QualifiedName): readonly NamePart[] {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || !only.name.includes(".")) return parts.map(namePart);
  return only.name.split(".").map((name) => ({ name, span: spanOf(only) }));
}

function resolveColumn(parts: readonly Identifier[], scope: Scope): ColumnReference | undefined {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    for (const { name, relation } of here.entries) {
      const length = isSame(name, parts[0])
        ? 1
        : relation === undefined
          ? 0
          : qualifierLength(parts, relation);
      const column = parts[length];
      if (length === 0 || column === undefined) continue;
      if (relation === undefined) return undefined;
      return {
        relation,
        column: { ...namePart(column), name: column.name.toLowerCase() },
        span: { start: parts[0]?.start ?? 0, end: column.end },
      };
    }
  }
  return undefined;
}

function isSame(name: string, written: Identifier | undefined): boolean {
  return (
    written !== undefined && (written.name === name || written.name.toLowerCase() === name.toLowerCase())
  );
}

/** How many leading names are the whole name of a relation without alias; 0 when they are not. */
function qualifierLength(parts: readonly Identifier[], relation: RelationName): number {
  if (relation.alias !== undefined || parts.length <= relation.parts.length) return 0;
  return relation.parts.every((part, index) => isSame(part.name, parts[index])) ? relation.parts.length : 0;
}
