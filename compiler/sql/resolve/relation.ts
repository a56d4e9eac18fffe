import type { JsonTable, JsonTableColumn } from "../ast/json.ts";
import type { Identifier, QualifiedName } from "../ast/node.ts";
import type { Aliased, Relation, TableFunction, Unnest } from "../ast/relation.ts";
import { countOf } from "../problems.ts";
import type { RelationFace } from "../relations.ts";
import {
  besides,
  type Field,
  labelled,
  mergeOrigins,
  NOTHING,
  type Rows,
  type Source,
  UNKNOWN_ROWS,
  unlabelled,
  withUse,
} from "./fields.ts";
import { resolveJoin } from "./join.ts";
import { type Context, inside, type Resolver } from "./resolver.ts";

/** Everything in a `FROM` list; each item sees those before it where it may. */
export function resolveFrom(r: Resolver, from: readonly Relation[], context: Context): Source {
  let source = NOTHING;
  for (const relation of from) source = besides(source, resolveRelation(r, relation, context, source));
  return source;
}

/** One relation; `left` is what stands before it, for `LATERAL` and `UNNEST`. */
function resolveRelation(r: Resolver, relation: Relation, context: Context, left: Source): Source {
  if (relation.kind === "join") return resolveJoins(r, relation, context, left);
  if (relation.kind === "aliased") return resolveAliased(r, relation, context, left);
  if (relation.kind === "sampled") {
    r.rules.expression(r, relation.percentage, context);
    return resolveRelation(r, relation.relation, context, left);
  }
  const rows = resolveRows(r, relation, context, left);
  const name =
    relation.kind === "table" || relation.kind === "face"
      ? namesOf(relation.name, relation.kind === "face")
      : undefined;
  return name === undefined ? unlabelled(rows) : labelled(rows, name, false);
}

/** A run of joins leans to the left and may be thousands long. */
function resolveJoins(
  r: Resolver,
  last: Extract<Relation, { readonly kind: "join" }>,
  context: Context,
  left: Source,
): Source {
  const joins = [last];
  let first = last.left;
  for (; first.kind === "join"; first = first.left) joins.push(first);
  let source = resolveRelation(r, first, context, left);
  for (const join of joins.reverse()) {
    const right = resolveRelation(r, join.right, context, besides(left, source));
    source = resolveJoin(r, join, source, right, context);
  }
  return source;
}

function namesOf(name: QualifiedName, isFace: boolean): readonly string[] {
  const [only] = name.parts;
  // Inside a face, `"shop.orders"` means the same as `shop.orders`.
  if (isFace && name.parts.length === 1 && only !== undefined) return only.name.split(".");
  return name.parts.map((part) => part.name);
}

function resolveRows(r: Resolver, relation: Relation, context: Context, left: Source): Rows {
  switch (relation.kind) {
    case "table": {
      if (relation.period !== undefined) r.rules.expression(r, relation.period.asOf, context);
      return tableRows(r, relation.name, context);
    }
    case "face":
      return catalogRows(r, namesOf(relation.name, true), relation.face);
    case "query-relation":
      return r.rules.query(r, relation.query, context);
    case "lateral":
      return r.rules.query(r, relation.query, inside(context, left));
    case "unnest":
      return unnestRows(r, relation, inside(context, left), undefined);
    case "json-table":
      return jsonRows(r, relation, inside(context, left));
    case "table-function":
      return functionRows(r, relation, context);
    case "match-recognize":
      resolveRelation(r, relation.input, context, left);
      return UNKNOWN_ROWS;
    default:
      return UNKNOWN_ROWS;
  }
}

/** The rows of a common table or of a table. */
export function tableRows(r: Resolver, name: QualifiedName, { common }: Context): Rows {
  const [only] = name.parts;
  if (name.parts.length === 1 && only !== undefined) {
    for (let here = common; here !== undefined; here = here.outer)
      if (here.name === only.name) return here.rows;
  }
  return catalogRows(r, namesOf(name, false), "current");
}

function catalogRows(r: Resolver, relation: readonly string[], face: RelationFace): Rows {
  const table = r.catalog(relation, face);
  if (table === undefined) return UNKNOWN_ROWS;
  const fields = table.columns.map((name): Field => {
    return { name, label: undefined, origins: [{ relation, face, column: name, use: "copied" }] };
  });
  return { fields, isComplete: true };
}

function resolveAliased(
  r: Resolver,
  { relation, alias, columns }: Aliased,
  context: Context,
  left: Source,
): Source {
  const names = columns.map((column) => column.name);
  let rows: Rows;
  if (relation.kind === "unnest") rows = unnestRows(r, relation, inside(context, left), columns);
  else if (relation.kind === "join" || relation.kind === "aliased" || relation.kind === "sampled") {
    rows = resolveRelation(r, relation, context, left);
  } else rows = resolveRows(r, relation, context, left);
  return labelled(names.length === 0 ? rows : renameFields(r, rows, columns), [alias.name], true);
}

/** The rows with the names of a column list; the number of names must fit. */
export function renameFields(r: Resolver, rows: Rows, columns: readonly Identifier[]): Rows {
  const names = columns.map((column) => column.name);
  const last = columns[columns.length - 1];
  if (rows.isComplete && rows.fields.length !== names.length && last !== undefined) {
    const message = `${countOf(names.length, "name")} for ${countOf(rows.fields.length, "column")}`;
    r.problems.push({
      slug: "column-count",
      span: { start: columns[0]?.start ?? 0, end: last.end },
      message,
    });
  }
  // Without knowing all columns, a name may stand for any of them.
  const any = rows.isComplete ? [] : mergeOrigins(rows.fields.flatMap((field) => field.origins));
  const fields = names.map((name, index): Field => {
    return { name, label: undefined, origins: rows.isComplete ? (rows.fields[index]?.origins ?? []) : any };
  });
  return { fields, isComplete: true };
}

/** How many columns an array or map gives shows only in a column list, and not always there. */
function unnestRows(
  r: Resolver,
  node: Unnest,
  context: Context,
  columns: readonly Identifier[] | undefined,
): Rows {
  const values = node.expressions.map((expression) =>
    withUse(r.rules.expression(r, expression, context).origins, "transformed"),
  );
  if (columns === undefined || columns.length === 0) return UNKNOWN_ROWS;
  const count = columns.length - (node.withOrdinality ? 1 : 0);
  const all = mergeOrigins(values.flat());
  const fields = columns.map((column, index): Field => {
    const origins = index >= count ? [] : count === values.length ? (values[index] ?? []) : all;
    return { name: column.name, label: undefined, origins };
  });
  return { fields, isComplete: true };
}

function jsonRows(r: Resolver, { path, columns }: JsonTable, context: Context): Rows {
  const inputs = [path.input, ...path.passing.map((argument) => argument.input)];
  const origins = inputs.flatMap((input) =>
    withUse(r.rules.expression(r, input.expression, context).origins, "transformed"),
  );
  return { fields: jsonFields(columns, mergeOrigins(origins)), isComplete: true };
}

function jsonFields(columns: readonly JsonTableColumn[], origins: Field["origins"]): readonly Field[] {
  return columns.flatMap((column) => {
    if (column.kind === "json-nested-columns") return jsonFields(column.columns, origins);
    const isOrdinality = column.kind === "json-ordinality-column";
    return [{ name: column.name.name, label: undefined, origins: isOrdinality ? [] : origins }];
  });
}

/** What a table function gives is its own affair; its inputs are checked all the same. */
function functionRows(r: Resolver, node: TableFunction, context: Context): Rows {
  for (const { value } of node.arguments) {
    if (value.kind === "descriptor") continue;
    if (value.kind !== "table-argument") {
      r.rules.expression(r, value, context);
      continue;
    }
    const { relation, alias, columns, partitionBy = [], orderBy } = value;
    const rows = resolveRows(r, relation, context, NOTHING);
    const named = columns.length === 0 ? rows : renameFields(r, rows, columns);
    const name =
      alias?.name ?? (relation.kind === "query-relation" ? undefined : relation.name.parts.at(-1)?.name);
    const source = name === undefined ? unlabelled(named) : labelled(named, [name], true);
    for (const expression of partitionBy) r.rules.expression(r, expression, inside(context, source));
    for (const { expression } of orderBy) r.rules.expression(r, expression, inside(context, source));
  }
  return UNKNOWN_ROWS;
}
