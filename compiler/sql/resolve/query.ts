import type { CommonTable, Query, QueryBody, SetOperation } from "../ast/query.ts";
import { countOf } from "../problems.ts";
import type { Span } from "../tokens.ts";
import { commonSuperType } from "../types/coercion.ts";
import { typeOfNode } from "../types/from-node.ts";
import { warnOfZones } from "../typing/operator.ts";
import { nullableIfAny } from "../typing/walk.ts";
import {
  type Field,
  mergeOrigins,
  type Rows,
  sameName,
  type Typed,
  UNKNOWN_ROWS,
  UNTYPED,
  unlabelled,
} from "./fields.ts";
import { VALUES } from "./places.ts";
import { tableRows } from "./relation.ts";
import { renameFields } from "./rename.ts";
import type { Context, Resolver } from "./resolver.ts";
import { resolveOrder, resolveSelect, type SelectField } from "./select.ts";

/** What a query gives. Its common tables are resolved once, where they are defined. */
export function resolveQuery(r: Resolver, query: Query, context: Context): Rows {
  let { common } = context;
  for (const { name, returns } of query.functions) {
    const [only] = name.parts;
    if (only !== undefined) r.functions.set(only.name.toLowerCase(), typeOfNode(returns));
  }
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
  const silent: Resolver = { ...r, problems: [], reads: [], references: new Map() };
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
  if (corresponding !== undefined) return combineByName(r, node, left, right);
  if (left.isComplete && right.isComplete && left.fields.length !== right.fields.length) {
    const message = `the sides of this \`${operator}\` have ${left.fields.length} and ${right.fields.length} columns`;
    r.problems.push({ slug: "column-count", span: { start: node.start, end: node.end }, message });
    return { fields: left.fields.map((field) => ({ ...field, ...UNTYPED })), isComplete: left.isComplete };
  }
  const fields = left.fields.map((field, index): Field => {
    const other = right.isComplete ? right.fields[index] : undefined;
    if (other === undefined) return { ...field, ...UNTYPED };
    return combined(r, node, field, other, operator === "except");
  });
  return { fields, isComplete: left.isComplete };
}

function combined(r: Resolver, side: QueryBody, a: Field, b: Field, isExcept: boolean): Field {
  const type = a.type && b.type && commonSuperType(a.type, b.type);
  const place: Span = isSelected(b) ? b : side;
  if (a.type !== undefined && b.type !== undefined) warnOfZones(r, place, a.type, b.type);
  if (type === undefined && a.type !== undefined && b.type !== undefined) {
    const name = a.name === undefined ? "this column" : `\`${a.name}\``;
    const message = `${name} is \`${b.type.text}\` here and \`${a.type.text}\` on the other side`;
    const help = "cast one of them to the type of the other";
    r.problems.push({ slug: "wrong-type", span: { start: place.start, end: place.end }, message, help });
  }
  if (isExcept) return { ...a, type };
  return {
    ...a,
    type,
    isNullable: nullableIfAny([a, b]),
    origins: mergeOrigins([...a.origins, ...b.origins]),
  };
}

function isSelected(field: Field | SelectField): field is SelectField {
  return "use" in field;
}

function combineByName(r: Resolver, side: QueryBody, left: Rows, right: Rows): Rows {
  const fields = left.fields.flatMap((field) => {
    const other = right.fields.find(({ name }) => field.name !== undefined && sameName(name, field.name));
    return other === undefined ? [] : [combined(r, side, field, other, false)];
  });
  return { fields, isComplete: left.isComplete && right.isComplete };
}

function valuesRows(
  r: Resolver,
  body: Extract<QueryBody, { readonly kind: "values" }>,
  context: Context,
): Rows {
  let columns: Typed[] | undefined;
  for (const row of body.rows) {
    const value = r.rules.expression(r, row, context, VALUES);
    const types = valuesOf(value);
    const width = row.kind === "row" ? row.items.length : (types?.length ?? 1);
    if (columns !== undefined && width !== columns.length) {
      const message = `this row has ${countOf(width, "value")}, the first one has ${columns.length}`;
      r.problems.push({ slug: "column-count", span: { start: row.start, end: row.end }, message });
      continue;
    }
    columns = Array.from({ length: width }, (_, index): Typed => {
      const next: Typed = types?.[index] ?? UNTYPED;
      const before = columns?.[index];
      return before === undefined ? next : widened(r, row, before, next);
    });
  }
  const fields = (columns ?? []).map(
    ({ type }): Field => ({ name: undefined, label: undefined, origins: [], type, isNullable: undefined }),
  );
  return { fields, isComplete: true };
}

/** The columns of one row; a single value is a row too. */
function valuesOf({ type, isNullable }: Typed): readonly Typed[] | undefined {
  if (type === undefined) return undefined;
  if (type.base !== "row") return [{ type, isNullable }];
  return type.children.map((child): Typed => ({ type: child, isNullable: undefined }));
}

function widened(r: Resolver, row: Span, a: Typed, b: Typed): Typed {
  const type = a.type && b.type && commonSuperType(a.type, b.type);
  if (type === undefined && a.type !== undefined && b.type !== undefined) {
    const message = `a value of this row is \`${b.type.text}\`, before it \`${a.type.text}\``;
    const span = { start: row.start, end: row.end };
    r.problems.push({ slug: "wrong-type", span, message, help: "cast one of them to the type of the other" });
  }
  return { type, isNullable: undefined };
}
