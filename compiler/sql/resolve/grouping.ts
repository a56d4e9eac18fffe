import { childrenOf, type SqlNode } from "../ast/children.ts";
import type { Column, Expression } from "../ast/expression.ts";
import type { QualifiedName } from "../ast/node.ts";
import type { Select } from "../ast/query.ts";
import type { SortItem } from "../ast/window.ts";
import { isAggregate } from "../functions/table.ts";
import type { Span } from "../tokens.ts";
import type { Field, Rows } from "./fields.ts";
import { findLabel } from "./lookup.ts";
import type { Resolver, Scope } from "./resolver.ts";

/** The place in the select list that a whole number in `GROUP BY` or `ORDER BY` means. */
export function placeOf(expression: Expression): number | undefined {
  if (expression.kind !== "number" || expression.form !== "integer") return undefined;
  return Number(expression.text.replaceAll("_", ""));
}

interface Grouping {
  readonly r: Resolver;
  /** The scope of the select's own tables. */
  readonly scope: Scope;
  readonly fields: ReadonlySet<Field>;
  /** Grouping expressions that are no plain columns. */
  readonly expressions: readonly Expression[];
}

/**
 * Reports columns of grouped rows that are neither grouped nor aggregated. Expressions are the same if they are
 * written alike and their columns mean the same.
 */
export function checkGrouping(
  r: Resolver,
  select: Select,
  grouping: readonly Expression[],
  orderBy: readonly SortItem[],
  scope: Scope,
): void {
  // `GROUP BY AUTO` groups by whatever is not aggregated.
  if (select.groupBy?.elements.some(({ kind }) => kind === "group-by-auto")) return;
  const fields = new Set<Field>();
  const expressions: Expression[] = [];
  for (const expression of grouping.map((each) => meant(each, select))) {
    if (expression === undefined) return;
    const reference = expression.kind === "column" ? r.references.get(expression) : undefined;
    if (reference === undefined || reference.inside.length > 0) expressions.push(expression);
    else fields.add(reference.field);
  }
  const g: Grouping = { r, scope, fields, expressions };
  for (const item of select.items) {
    if (item.kind === "select-item") checkNode(g, item.expression);
    else if (item.base === undefined) checkStar(g, item, scope.source.fields);
    else if (item.base.kind === "column") {
      const label = findLabel(item.base.parts, scope);
      if (label === undefined) checkNode(g, item.base);
      else {
        const fields = scope.source.fields.filter((field) => field.label === label);
        checkStar(g, item, fields);
      }
    }
  }
  if (select.having !== undefined) checkNode(g, select.having);
  for (const { expression } of orderBy) checkNode(g, expression);
}

/** The expression behind a place in the select list; undefined when there is none, or a star stands before it. */
function meant(expression: Expression, select: Select): Expression | undefined {
  const place = placeOf(expression);
  if (place === undefined) return expression;
  if (select.items.slice(0, place).some(({ kind }) => kind === "select-all")) return undefined;
  const item = select.items[place - 1];
  return item?.kind === "select-item" ? item.expression : undefined;
}

function checkNode(g: Grouping, root: SqlNode): void {
  const pending: SqlNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isGroupedAs(g, node)) continue;
    if (node.kind === "column") {
      checkColumn(g, node);
      continue;
    }
    if (node.kind === "listagg" || (node.kind === "call" && isAggregateCall(node))) continue;
    if (node.kind === "grouping") {
      for (const column of node.columns) checkGroupingArgument(g, column);
      continue;
    }
    for (const child of childrenOf(node)) pending.push(child);
  }
}

function isAggregateCall({ name, over }: Extract<Expression, { kind: "call" }>): boolean {
  const [only] = name.parts;
  return over === undefined && name.parts.length === 1 && isAggregate(only?.name.toLowerCase() ?? "");
}

function isGroupedAs({ r, expressions }: Grouping, node: SqlNode): boolean {
  return expressions.some((expression) => isSame(r, expression, node));
}

function checkColumn({ r, scope, fields }: Grouping, node: Column): void {
  const reference = r.references.get(node);
  if (reference === undefined || reference.scope !== scope || fields.has(reference.field)) return;
  const name = node.parts.map((part) => part.name).join(".");
  r.problems.push({
    slug: "ungrouped-column",
    span: { start: node.start, end: node.end },
    message: `\`${name}\` is neither grouped nor aggregated`,
    help: `add it to \`group by\`, or aggregate it: \`max(${name})\``,
  });
}

/** What `grouping` asks of is grouped, or not, row by row: it must be one of the grouped columns. */
function checkGroupingArgument({ r, scope, fields }: Grouping, node: QualifiedName): void {
  const reference = r.references.get(node);
  if (reference === undefined || reference.scope !== scope || fields.has(reference.field)) return;
  const name = node.parts.map((part) => part.name).join(".");
  r.problems.push({
    slug: "ungrouped-column",
    span: { start: node.start, end: node.end },
    message: `\`grouping\` takes columns that are grouped, \`${name}\` is not`,
  });
}

function checkStar({ r, fields }: Grouping, { start, end }: Span, all: readonly Field[]): void {
  const missing = all.find((field) => !fields.has(field));
  if (missing === undefined) return;
  r.problems.push({
    slug: "ungrouped-column",
    span: { start, end },
    message: `\`*\` brings columns that are not grouped: \`${missing.name ?? "one without a name"}\``,
    help: "name the columns that are grouped",
  });
}

/** Whether two pieces of a query say the same, wherever they stand. */
export function isSame(r: Resolver, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(r, item, b[index]));
  }
  if (!isNode(a) || !isNode(b) || a.kind !== b.kind) return false;
  if (isColumn(a) && isColumn(b)) return isSameColumn(r, a, b);
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(
    ([key, value]) => key === "start" || key === "end" || isSame(r, value, other.get(key)),
  );
}

function isNode(value: object): value is SqlNode {
  return "kind" in value;
}

function isColumn(node: SqlNode): node is Column {
  return node.kind === "column";
}

function isSameColumn(r: Resolver, a: Column, b: Column): boolean {
  const left = r.references.get(a);
  const right = r.references.get(b);
  if (left === undefined || right === undefined) {
    return a.parts.length === b.parts.length && a.parts.every(({ name }, at) => name === b.parts[at]?.name);
  }
  return (
    left.field === right.field &&
    left.inside.length === right.inside.length &&
    left.inside.every(({ name }, index) => name === right.inside[index]?.name)
  );
}

/** Rows that are made distinct are ordered by what is left of them. */
export function checkDistinctOrder(
  r: Resolver,
  select: Select,
  orderBy: readonly SortItem[],
  rows: Rows,
): void {
  if (!rows.isComplete) return;
  for (const { expression } of orderBy) {
    if (placeOf(expression) !== undefined) continue;
    const reference = expression.kind === "column" ? r.references.get(expression) : undefined;
    if (expression.kind === "column" && (reference === undefined || reference.scope.isOutput)) continue;
    const isSelected = select.items.some((item) =>
      item.kind === "select-item"
        ? isSame(r, item.expression, expression)
        : reference !== undefined && item.base === undefined,
    );
    if (isSelected) continue;
    const message = "rows made `distinct` are ordered by columns of the select list only";
    const help = "select it too, or group instead of `distinct`";
    r.problems.push({
      slug: "ungrouped-column",
      span: { start: expression.start, end: expression.end },
      message,
      help,
    });
  }
}
