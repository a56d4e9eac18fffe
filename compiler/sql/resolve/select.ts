import type { Expression } from "../ast/expression.ts";
import type { Identifier } from "../ast/node.ts";
import type { Select, SelectAll, SelectExpression } from "../ast/query.ts";
import type { SortItem, WindowSpecification } from "../ast/window.ts";
import { countOf } from "../problems.ts";
import { isOrderable } from "../types/type.ts";
import { resolveCondition, withoutNulls } from "./condition.ts";
import { type Field, type Rows, type Source, sameName, type Use, unlabelled } from "./fields.ts";
import { checkDistinctOrder, checkGrouping, isSame, placeOf } from "./grouping.ts";
import { findLabel } from "./lookup.ts";
import { GROUP_BY, HAVING, WHERE } from "./places.ts";
import { resolveFrom } from "./relation.ts";
import type { Context, Place, Resolver, Scope, Value } from "./resolver.ts";

/** A field of a select list with where it is written. */
export interface SelectField extends Field {
  readonly start: number;
  readonly end: number;
  readonly use: Value["use"];
}

export interface SelectRows extends Rows {
  readonly fields: readonly SelectField[];
}

/** A select with the `ORDER BY` of its query, which sees both its output and its tables. */
export function resolveSelect(
  r: Resolver,
  select: Select,
  orderBy: readonly SortItem[],
  context: Context,
): SelectRows {
  const all = resolveFrom(r, select.from, context);
  const aliases = select.items.flatMap((item) =>
    item.kind === "select-item" && item.alias ? [item.alias.name] : [],
  );
  const inner: Context = {
    scope: { source: all, outer: context.scope, aliases },
    common: context.common,
  };
  const source =
    select.where === undefined ? all : withoutNulls(r, all, resolveCondition(r, select.where, inner, WHERE));
  const grouping = groupingExpressions(select);
  const isGrouped = hasGroups(select, grouping);
  const windows = select.windows.map(({ name }) => name.name);
  const scope: Scope = {
    source,
    outer: context.scope,
    aliases,
    windows,
    ...(isGrouped === undefined ? {} : { isGrouped }),
  };
  const filtered: Context = { scope, common: context.common };
  for (const { window } of select.windows) resolveWindow(r, window, filtered);
  const fields: SelectField[] = [];
  let isComplete = true;
  let hasAggregates = false;
  for (const item of select.items) {
    if (item.kind === "select-item") {
      const field = resolveItem(r, item, filtered);
      hasAggregates ||= field.hasAggregates;
      fields.push(field);
    } else {
      const all = resolveAll(r, item, source, filtered);
      fields.push(...all.fields);
      isComplete &&= all.isComplete;
    }
  }
  const written: SelectRows = { fields, isComplete };
  for (const expression of grouping) resolveKey(r, expression, written, filtered, GROUP_BY);
  const rows = isGrouped === undefined ? withTotals(r, select, grouping, written) : written;
  if (select.having !== undefined) resolveCondition(r, select.having, filtered, HAVING);
  const isOrderAggregated = resolveOrder(r, orderBy, rows, filtered);
  if (select.groupBy !== undefined || hasAggregates || select.having !== undefined || isOrderAggregated)
    checkGrouping(r, select, grouping, orderBy, scope);
  if (select.quantifier === "distinct") checkDistinctOrder(r, select, orderBy, rows);
  return rows;
}

/** Sets of groups (`rollup`, `cube`) give rows in which a grouped column stands for all of its values, as null. */
function withTotals(
  r: Resolver,
  select: Select,
  grouping: readonly Expression[],
  rows: SelectRows,
): SelectRows {
  if (select.items.length !== rows.fields.length) return rows;
  const fields = rows.fields.map((field, index) => {
    const item = select.items[index];
    const isGrouped =
      item?.kind === "select-item" &&
      grouping.some((each) => placeOf(each) === index + 1 || isSame(r, each, item.expression));
    return isGrouped ? { ...field, isNullable: true } : field;
  });
  return { ...rows, fields };
}

/** Whether each group has a row: without `GROUP BY` all rows are one group, which may be empty. */
function hasGroups({ groupBy }: Select, grouping: readonly Expression[]): boolean | undefined {
  if (groupBy === undefined) return false;
  if (groupBy.elements.some(({ kind }) => kind === "grouping-sets")) return undefined;
  return grouping.length > 0 || groupBy.elements.some(({ kind }) => kind === "group-by-auto");
}

function resolveWindow(r: Resolver, window: WindowSpecification, context: Context): void {
  for (const expression of window.partitionBy) r.rules.expression(r, expression, context);
  for (const { expression } of window.orderBy) r.rules.expression(r, expression, context);
}

/**
 * The sort keys of a query: its output first, then what its rows are made of. Tells whether one of them aggregates.
 */
export function resolveOrder(
  r: Resolver,
  orderBy: readonly SortItem[],
  rows: Rows,
  context: Context,
): boolean {
  if (orderBy.length === 0) return false;
  // An unknown output hides nothing: what it may hold comes from the tables behind it.
  const source: Source = { ...unlabelled(rows), isComplete: rows.isComplete || context.scope !== undefined };
  const scope: Scope = { source, outer: context.scope, isOutput: true };
  let hasAggregates = false;
  for (const { expression } of orderBy) {
    const value = resolveKey(r, expression, rows, { ...context, scope }, undefined);
    hasAggregates ||= value?.hasAggregates === true;
    const type = value?.type;
    if (type === undefined || isOrderable(type)) continue;
    const message = `values of \`${type.text}\` have no order`;
    r.problems.push({ slug: "wrong-type", span: { start: expression.start, end: expression.end }, message });
  }
  return hasAggregates;
}

/** A whole number is the place of a column in the select list. */
function resolveKey(
  r: Resolver,
  expression: Expression,
  rows: Rows,
  context: Context,
  where: Place | undefined,
): Value | undefined {
  const place = placeOf(expression);
  if (place === undefined) return r.rules.expression(r, expression, context, where);
  if (!rows.isComplete || (place >= 1 && place <= rows.fields.length)) return undefined;
  const count = countOf(rows.fields.length, "column");
  const message = `there is no column ${place}: the select list has ${count}`;
  r.problems.push({ slug: "column-count", span: { start: expression.start, end: expression.end }, message });
  return undefined;
}

function groupingExpressions({ groupBy }: Select): readonly Expression[] {
  if (groupBy === undefined) return [];
  return groupBy.elements.flatMap((element) => {
    if (element.kind === "grouping-set") return element.expressions;
    return element.kind === "grouping-sets" ? element.sets.flatMap((set) => set.expressions) : [];
  });
}

function resolveItem(
  r: Resolver,
  { expression, alias, start, end }: SelectExpression,
  context: Context,
): SelectField & { readonly hasAggregates: boolean } {
  const { origins, use, type, isNullable, hasAggregates } = r.rules.expression(r, expression, context);
  const name = alias?.name ?? nameOf(expression);
  return { name, label: undefined, origins, type, isNullable, use, start, end, hasAggregates };
}

/** Without an alias, a column, or the field of a row that is a column, gives its name to the output. */
function nameOf(expression: Expression): string | undefined {
  if (expression.kind === "column") return expression.parts[expression.parts.length - 1]?.name;
  return expression.kind === "field" && nameOf(expression.base) !== undefined
    ? expression.field.name
    : undefined;
}

function resolveAll(r: Resolver, item: SelectAll, source: Source, context: Context): SelectRows {
  const { start, end, base, aliases } = item;
  if (base === undefined) return spread(r, source, source.isComplete, item);
  const label = base.kind === "column" ? findLabel(base.parts, context.scope) : undefined;
  if (label !== undefined) {
    const fields = source.fields.filter((field) => field.label === label);
    return spread(r, { fields, isComplete: label.isComplete }, label.isComplete, item);
  }
  if (base.kind === "column" && source.labels.length > 0 && source.isComplete && !isRow(base.parts, source)) {
    const name = base.parts.map((part) => part.name).join(".");
    const problem = {
      slug: "unknown-relation",
      span: { start: base.start, end: base.end },
      message: `\`${name}\` is no relation of this query`,
    } as const;
    const isColumn = base.parts.length === 1 && source.fields.some((field) => sameName(field.name, name));
    const help = "the fields of a row are reached through its relation: `t.column.*`";
    r.problems.push(isColumn ? { ...problem, help } : problem);
    return { fields: [], isComplete: false };
  }
  const { origins, type } = r.rules.expression(r, base, context);
  const use: Use = "transformed";
  const shared = { label: undefined, origins, use, start, end, isNullable: undefined };
  if (type?.base === "row") {
    const fields = type.children.map(
      (child, index): SelectField => ({
        ...shared,
        name: aliases[index]?.name ?? type.names[index],
        type: child,
      }),
    );
    return { fields, isComplete: true };
  }
  // Of an unknown row, only a list of aliases shows how many fields there are.
  const fields = aliases.map(({ name }): SelectField => ({ ...shared, name, type: undefined }));
  return { fields, isComplete: aliases.length > 0 };
}

/** Whether a chain of names can mean a row: one of its names is a column's, and not the only one. */
function isRow(parts: readonly Identifier[], { fields }: Source): boolean {
  return parts.length > 1 && parts.some(({ name }) => fields.some((field) => sameName(field.name, name)));
}

function spread(
  r: Resolver,
  { fields }: Rows,
  isComplete: boolean,
  { start, end, aliases }: SelectAll,
): SelectRows {
  const spreaded = fields.map(({ name, origins, type, isNullable }, index): SelectField => {
    r.reads.push(...origins);
    const use = useOf(origins);
    return {
      name: aliases[index]?.name ?? name,
      label: undefined,
      origins,
      type,
      isNullable,
      use,
      start,
      end,
    };
  });
  return { fields: spreaded, isComplete };
}

/** The strongest use of a field that is passed on as it is. */
export function useOf(origins: Field["origins"]): Use {
  if (origins.some(({ use }) => use === "aggregated")) return "aggregated";
  return origins.some(({ use }) => use === "transformed") ? "transformed" : "copied";
}
