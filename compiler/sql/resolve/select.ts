import type { Expression } from "../ast/expression.ts";
import type { Select, SelectAll, SelectExpression } from "../ast/query.ts";
import type { SortItem } from "../ast/window.ts";
import { countOf } from "../problems.ts";
import { type Field, type Rows, type Source, type Use, unlabelled } from "./fields.ts";
import { findLabel } from "./lookup.ts";
import { resolveFrom } from "./relation.ts";
import type { Context, Resolver, Scope, Value } from "./resolver.ts";

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
  const source = resolveFrom(r, select.from, context);
  const aliases = select.items.flatMap((item) =>
    item.kind === "select-item" && item.alias ? [item.alias.name] : [],
  );
  const scope: Scope = { source, outer: context.scope, aliases };
  const inner: Context = { scope, common: context.common };
  const fields: SelectField[] = [];
  let isComplete = true;
  for (const item of select.items) {
    if (item.kind === "select-item") fields.push(resolveItem(r, item, inner));
    else {
      const all = resolveAll(r, item, source, inner);
      fields.push(...all.fields);
      isComplete &&= all.isComplete;
    }
  }
  const rows: SelectRows = { fields, isComplete };
  if (select.where !== undefined) r.rules.expression(r, select.where, inner);
  for (const expression of groupingExpressions(select)) resolveKey(r, expression, rows, inner);
  if (select.having !== undefined) r.rules.expression(r, select.having, inner);
  for (const { window } of select.windows) {
    for (const expression of window.partitionBy) r.rules.expression(r, expression, inner);
    for (const { expression } of window.orderBy) r.rules.expression(r, expression, inner);
  }
  resolveOrder(r, orderBy, rows, inner);
  return rows;
}

/** The sort keys of a query: its output first, then what its rows are made of. */
export function resolveOrder(r: Resolver, orderBy: readonly SortItem[], rows: Rows, context: Context): void {
  // An unknown output hides nothing: what it may hold comes from the tables behind it.
  const source: Source = { ...unlabelled(rows), isComplete: rows.isComplete || context.scope !== undefined };
  const scope: Scope = { source, outer: context.scope, isOutput: true };
  for (const { expression } of orderBy) resolveKey(r, expression, rows, { ...context, scope });
}

/** A whole number is the place of a column in the select list. */
function resolveKey(r: Resolver, expression: Expression, rows: Rows, context: Context): void {
  if (expression.kind !== "number" || expression.form !== "integer") {
    r.rules.expression(r, expression, context);
    return;
  }
  const place = Number(expression.text.replaceAll("_", ""));
  if (!rows.isComplete || (place >= 1 && place <= rows.fields.length)) return;
  const count = countOf(rows.fields.length, "column");
  const message = `there is no column ${expression.text}: the select list has ${count}`;
  r.problems.push({ slug: "column-count", span: { start: expression.start, end: expression.end }, message });
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
): SelectField {
  const { origins, use } = r.rules.expression(r, expression, context);
  return { name: alias?.name ?? nameOf(expression), label: undefined, origins, use, start, end };
}

/** Without an alias, a column or the field of a row gives its name to the output. */
function nameOf(expression: Expression): string | undefined {
  if (expression.kind === "column") return expression.parts[expression.parts.length - 1]?.name;
  return expression.kind === "field" ? expression.field.name : undefined;
}

function resolveAll(r: Resolver, item: SelectAll, source: Source, context: Context): SelectRows {
  const { start, end, base, aliases } = item;
  if (base === undefined) return spread(r, source, source.isComplete, item);
  const label = base.kind === "column" ? findLabel(base.parts, context.scope) : undefined;
  if (label !== undefined) {
    const fields = source.fields.filter((field) => field.label === label);
    return spread(r, { fields, isComplete: label.isComplete }, label.isComplete, item);
  }
  if (
    base.kind === "column" &&
    source.labels.length > 0 &&
    source.isComplete &&
    !isColumn(base.parts[0]?.name, source)
  ) {
    const name = base.parts.map((part) => part.name).join(".");
    const message = `\`${name}\` is no relation of this query`;
    r.problems.push({ slug: "unknown-relation", span: { start: base.start, end: base.end }, message });
    return { fields: [], isComplete: false };
  }
  // The fields of a row: only a list of aliases shows how many there are.
  const { origins } = r.rules.expression(r, base, context);
  const use: Use = "transformed";
  const fields = aliases.map(
    ({ name }): SelectField => ({ name, label: undefined, origins, use, start, end }),
  );
  return { fields, isComplete: aliases.length > 0 };
}

function isColumn(name: string | undefined, { fields }: Source): boolean {
  return fields.some((field) => field.name === name);
}

function spread(
  r: Resolver,
  { fields }: Rows,
  isComplete: boolean,
  { start, end, aliases }: SelectAll,
): SelectRows {
  const spreaded = fields.map(({ name, origins }, index): SelectField => {
    r.reads.push(...origins);
    return { name: aliases[index]?.name ?? name, label: undefined, origins, use: useOf(origins), start, end };
  });
  return { fields: spreaded, isComplete };
}

/** The strongest use of a field that is passed on as it is. */
export function useOf(origins: Field["origins"]): Use {
  if (origins.some(({ use }) => use === "aggregated")) return "aggregated";
  return origins.some(({ use }) => use === "transformed") ? "transformed" : "copied";
}
