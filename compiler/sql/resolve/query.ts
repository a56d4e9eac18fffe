import type { CommonTable, Query, QueryBody, SetOperation } from "../ast/query.ts";
import { countOf } from "../problems.ts";
import { type Field, mergeOrigins, type Rows, sameName, UNKNOWN_ROWS, unlabelled } from "./fields.ts";
import { renameFields, tableRows } from "./relation.ts";
import type { Context, Resolver } from "./resolver.ts";
import { resolveOrder, resolveSelect } from "./select.ts";

/** What a query gives. Its common tables are resolved once, where they are defined. */
export function resolveQuery(r: Resolver, query: Query, context: Context): Rows {
  let { common } = context;
  for (const table of query.with?.tables ?? []) {
    const rows = commonRows(r, table, query.with?.isRecursive === true, { ...context, common });
    common = { name: table.name.name, rows, outer: common };
  }
  const inner: Context = { scope: context.scope, common };
  if (query.body.kind === "select") return resolveSelect(r, query.body, query.orderBy, inner);
  const rows = resolveBody(r, query.body, inner);
  if (query.orderBy.length > 0) {
    resolveOrder(r, query.orderBy, rows, {
      ...inner,
      scope: { source: unlabelled(rows), outer: context.scope },
    });
  }
  return rows;
}

function commonRows(
  r: Resolver,
  { name, columns, query }: CommonTable,
  isRecursive: boolean,
  context: Context,
): Rows {
  let common = context.common;
  if (isRecursive)
    common = { name: name.name, rows: recursiveRows(r, columns, query, context), outer: common };
  const rows = r.rules.query(r, query, { ...context, common });
  return columns.length === 0 ? rows : renameFields(r, rows, columns);
}

/** What a recursive table sees of itself: the rows of its first part, under the names of its column list. */
function recursiveRows(
  r: Resolver,
  columns: CommonTable["columns"],
  { body }: Query,
  context: Context,
): Rows {
  if (body.kind !== "set-operation") return UNKNOWN_ROWS;
  // Its problems are reported when the whole is resolved.
  const silent: Resolver = { ...r, problems: [], reads: [] };
  const rows = resolveBody(silent, body.left, context);
  return columns.length === 0 ? rows : renameFields(silent, rows, columns);
}

function resolveBody(r: Resolver, body: QueryBody, context: Context): Rows {
  switch (body.kind) {
    case "select":
      return resolveSelect(r, body, [], context);
    case "set-operation":
      return resolveSetOperations(r, body, context);
    case "values":
      return valuesRows(r, body, context);
    case "table-query":
      return tableRows(r, body.name, context);
    case "nested-query":
      return r.rules.query(r, body.query, context);
    case "missing":
      return UNKNOWN_ROWS;
    default:
      return body satisfies never;
  }
}

/** A run of set operations leans to the left and may be thousands long. */
function resolveSetOperations(r: Resolver, last: SetOperation, context: Context): Rows {
  const operations = [last];
  let first = last.left;
  for (; first.kind === "set-operation"; first = first.left) operations.push(first);
  let rows = resolveBody(r, first, context);
  for (const operation of operations.reverse()) {
    rows = combine(r, operation, rows, resolveBody(r, operation.right, context));
  }
  return rows;
}

function combine(
  r: Resolver,
  { operator, corresponding, right: node }: SetOperation,
  left: Rows,
  right: Rows,
): Rows {
  if (corresponding !== undefined) return combineByName(left, right);
  if (left.isComplete && right.isComplete && left.fields.length !== right.fields.length) {
    const message = `the sides of this \`${operator}\` have ${left.fields.length} and ${right.fields.length} columns`;
    r.problems.push({ slug: "column-count", span: { start: node.start, end: node.end }, message });
  }
  const fields = left.fields.map((field, index): Field => {
    // The right side of `except` only takes rows away.
    const others = operator === "except" || !right.isComplete ? [] : (right.fields[index]?.origins ?? []);
    return { ...field, origins: mergeOrigins([...field.origins, ...others]) };
  });
  return { fields, isComplete: left.isComplete };
}

function combineByName(left: Rows, right: Rows): Rows {
  const fields = left.fields.flatMap((field) => {
    const other = right.fields.find(({ name }) => field.name !== undefined && sameName(name, field.name));
    return other === undefined
      ? []
      : [{ ...field, origins: mergeOrigins([...field.origins, ...other.origins]) }];
  });
  return { fields, isComplete: left.isComplete && right.isComplete };
}

function valuesRows(
  r: Resolver,
  body: Extract<QueryBody, { readonly kind: "values" }>,
  context: Context,
): Rows {
  let count: number | undefined;
  for (const row of body.rows) {
    r.rules.expression(r, row, context);
    const width = row.kind === "row" ? row.items.length : 1;
    if (count !== undefined && width !== count) {
      const message = `this row has ${countOf(width, "value")}, the first one has ${count}`;
      r.problems.push({ slug: "column-count", span: { start: row.start, end: row.end }, message });
    }
    count ??= width;
  }
  const fields = Array.from(
    { length: count ?? 0 },
    (): Field => ({ name: undefined, label: undefined, origins: [] }),
  );
  return { fields, isComplete: true };
}
