import type { Face } from "../../../dsl/relation.ts";
import type { NodeId } from "../../graph/graph.ts";
import type { SqlText } from "../../graph/sql-text.ts";
import type { Expression } from "../../sql/ast/expression.ts";
import type { CommonTable, Query, Select, SelectExpression } from "../../sql/ast/query.ts";
import type { Relation, TableRelation } from "../../sql/ast/relation.ts";
import { parse } from "../../sql/parse/parse.ts";
import type { PeriodUnit } from "../dbt.ts";

/**
 * The captured or modelled relation whose instant the period of a model is computed from, where the query shows it
 * beyond doubt. Rows of that relation outside a range of the instant can then be left out before the query runs:
 * they could only yield rows of periods outside the window.
 *
 * This holds where the period is `at time zone` of an instant that comes unchanged from the relation, and every level
 * of the query between them works on each period alone: no window functions, no limit, grouped by it if grouped.
 */
export interface PeriodSource {
  /** The relation's place among the relations of the SQL. */
  readonly relation: number;
  readonly node: NodeId;
  readonly face: Face;
  readonly instant: string;
  readonly unit: PeriodUnit;
  /** The name that the query has to give it once it is no plain table; null where it gives it one already. */
  readonly alias: string | null;
  /** Set where the relation stands in the outermost query itself. */
  readonly top: { readonly select: Select; readonly period: Expression } | null;
}

export function periodSource(sql: SqlText, period: string, facts: ColumnFacts): PeriodSource | undefined {
  const { query, problems } = parse(sql.analysed);
  if (problems.length > 0) return undefined;
  return traced({ sql, facts, uses: relationUses(query) }, query, period, [], undefined);
}

/** Whether a column of a relation of the graph is an instant with a zone, and whether it has the column at all. */
export interface ColumnFacts {
  readonly isInstant: (node: NodeId, face: Face, column: string) => boolean;
  readonly hasColumn: (node: NodeId, face: Face, column: string) => boolean;
}

interface Context {
  readonly sql: SqlText;
  readonly facts: ColumnFacts;
  /** How often each written name stands as a relation. */
  readonly uses: ReadonlyMap<string, number>;
}

/** Common tables in scope, innermost last. */
type Scope = readonly CommonTable[];

/**
 * Follows an output column down to its relation. `unit` is known once the period's expression was passed; above it
 * the column is the period, below it the instant.
 */
function traced(
  context: Context,
  query: Query,
  name: string,
  outer: Scope,
  unit: PeriodUnit | undefined,
): PeriodSource | undefined {
  const select = query.body;
  if (select.kind !== "select" || query.limit !== undefined || query.offset !== undefined) return undefined;
  if (query.with?.isRecursive || hasWindowFunctions([select, ...query.orderBy])) return undefined;
  const scope = [...outer, ...(query.with?.tables ?? [])];
  const item = outputItem(select, name);
  if (item === undefined)
    return onlyStar(select) ? follow(context, select, undefined, name, scope, unit, null) : undefined;
  if (!isGroupedBy(context, select, item)) return undefined;
  const found = unit === undefined ? periodOf(item.expression) : undefined;
  const column = found?.column ?? (item.expression.kind === "column" ? item.expression : undefined);
  if (column === undefined) return undefined;
  const parts = column.parts.map((part) => part.name);
  const [qualifier, inner] =
    parts.length === 1 ? [undefined, parts[0]] : [parts[parts.length - 2], parts[parts.length - 1]];
  if (inner === undefined) return undefined;
  const top =
    found !== undefined && outer.length === 0 && query.with === undefined
      ? { select, period: item.expression }
      : null;
  return follow(context, select, qualifier, inner, scope, unit ?? found?.unit, top);
}

function follow(
  context: Context,
  select: Select,
  qualifier: string | undefined,
  column: string,
  scope: Scope,
  unit: PeriodUnit | undefined,
  top: PeriodSource["top"],
): PeriodSource | undefined {
  const named = select.from.flatMap(relationsIn);
  const owner =
    qualifier === undefined
      ? onlyOwner(context, named, column)
      : named.find(({ name }) => name === qualifier);
  if (owner === undefined) return undefined;
  const { relation, name } = owner;
  if (relation.kind === "query-relation") return traced(context, relation.query, column, scope, unit);
  if (relation.kind !== "table") return undefined;
  const marker = relation.name.parts[0]?.name ?? "";
  const target = context.sql.relations.get(marker);
  if (target === undefined) {
    const table = scope.findLast((each) => each.name.name === marker);
    // A common table that is read twice serves more than this period.
    if (table === undefined || table.columns.length > 0 || context.uses.get(marker) !== 1) return undefined;
    return traced(context, table.query, column, scope.slice(0, scope.indexOf(table)), unit);
  }
  if (unit === undefined || !context.facts.isInstant(target.node, target.face, column)) return undefined;
  return {
    relation: placeOf(context.sql, relation),
    ...target,
    instant: column,
    unit,
    alias: owner.hasAlias ? null : (name ?? null),
    top,
  };
}

interface NamedRelation {
  readonly name: string | undefined;
  readonly hasAlias: boolean;
  readonly relation: Relation;
}

/** The relations of a FROM item with the names by which columns are qualified. */
function relationsIn(relation: Relation): readonly NamedRelation[] {
  if (relation.kind === "join") return [...relationsIn(relation.left), ...relationsIn(relation.right)];
  if (relation.kind === "aliased") {
    const inner = relation.relation;
    // Renamed columns would have to be followed by their place.
    const isRenamed = relation.columns.length > 0;
    return [
      {
        name: relation.alias.name,
        hasAlias: true,
        relation: isRenamed ? { ...inner, kind: "missing" } : inner,
      },
    ];
  }
  const name = relation.kind === "table" ? relation.name.parts.at(-1)?.name : undefined;
  return [{ name, hasAlias: false, relation }];
}

/** The relation of an unqualified column: the only one there is, or the only one of the graph that has it. */
function onlyOwner(
  context: Context,
  named: readonly NamedRelation[],
  column: string,
): NamedRelation | undefined {
  if (named.length === 1) return named[0];
  const owners = named.map((each) => {
    const target =
      each.relation.kind === "table"
        ? context.sql.relations.get(each.relation.name.parts[0]?.name ?? "")
        : undefined;
    return {
      each,
      owns: target === undefined ? undefined : context.facts.hasColumn(target.node, target.face, column),
    };
  });
  const having = owners.filter(({ owns }) => owns !== false);
  return having.length === 1 && having[0]?.owns === true ? having[0].each : undefined;
}

/** The select item of an output column. */
function outputItem(select: Select, name: string): SelectExpression | undefined {
  const items = select.items.filter((item) => item.kind === "select-item");
  return items.find(
    (item) =>
      (item.alias?.name ??
        (item.expression.kind === "column" ? item.expression.parts.at(-1)?.name : undefined)) === name,
  );
}

function onlyStar(select: Select): boolean {
  return (
    select.items.length === 1 &&
    select.items[0]?.kind === "select-all" &&
    select.items[0].base === undefined &&
    select.groupBy === undefined
  );
}

/** Whether rows of one group have one value of the item. */
function isGroupedBy(context: Context, select: Select, item: SelectExpression): boolean {
  if (select.groupBy === undefined) return true;
  const text = (node: Expression) =>
    context.sql.analysed.slice(node.start, node.end).replace(/\s+/g, " ").toLowerCase();
  const ordinal = select.items.every((each) => each.kind === "select-item")
    ? String(select.items.indexOf(item) + 1)
    : "";
  if (select.groupBy.elements.some((element) => element.kind !== "grouping-set")) return false;
  return select.groupBy.elements.some(
    (element) =>
      element.kind === "grouping-set" &&
      element.expressions.some((each) =>
        each.kind === "number" ? each.text === ordinal : text(each) === text(item.expression),
      ),
  );
}

const UNITS: ReadonlySet<string> = new Set<PeriodUnit>(["day", "week", "month", "quarter", "year"]);

/** The column and unit of `cast(x at time zone '..' as date)` and of `date_trunc` around or inside it. */
function periodOf(
  expression: Expression,
): { readonly column: Extract<Expression, { kind: "column" }>; readonly unit: PeriodUnit } | undefined {
  let unit: PeriodUnit = "day";
  let at: Expression = expression;
  let isDate = false;
  for (;;) {
    if (at.kind === "cast" && !at.isTry && at.type.kind === "named-type" && at.type.name.name === "date") {
      isDate = true;
      at = at.operand;
    } else if (
      at.kind === "call" &&
      at.name.parts.length === 1 &&
      at.over === undefined &&
      at.filter === undefined
    ) {
      const [first, second] = at.arguments;
      const name = at.name.parts[0]?.name;
      if (name === "date" && first !== undefined && second === undefined) {
        isDate = true;
        at = first;
      } else if (
        name === "date_trunc" &&
        first?.kind === "string" &&
        second !== undefined &&
        isUnit(first.value) &&
        unit === "day"
      ) {
        unit = first.value;
        at = second;
      } else return undefined;
    } else if (at.kind === "at-time-zone" && at.operand.kind === "column" && isDate)
      return { column: at.operand, unit };
    else return undefined;
  }
}

function isUnit(text: string): text is PeriodUnit {
  return UNITS.has(text);
}

function hasWindowFunctions(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasWindowFunctions);
  if (typeof node !== "object" || node === null) return false;
  if ("over" in node && node.over !== undefined) return true;
  if ("kind" in node && (node.kind === "match-recognize" || node.kind === "sampled")) return true;
  return Object.values(node).some(hasWindowFunctions);
}

function relationUses(query: Query): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === "object" && node !== null) {
      if (isTable(node)) {
        const name = node.name.parts[0]?.name ?? "";
        uses.set(name, (uses.get(name) ?? 0) + 1);
      }
      Object.values(node).forEach(visit);
    }
  };
  visit(query);
  return uses;
}

function isTable(node: object): node is TableRelation {
  return "kind" in node && node.kind === "table";
}

/** Which of the relations of the SQL stands at the place of a table. */
function placeOf(sql: SqlText, table: TableRelation): number {
  let offset = 0;
  let place = -1;
  for (const piece of sql.pieces) {
    if (piece.kind !== "relation") continue;
    place++;
    offset = sql.analysed.indexOf(`"@${piece.node}:${piece.face}"`, offset);
    if (offset === table.start) return place;
    offset++;
  }
  return place;
}
