import type { JsonTable, JsonTableColumn } from "../ast/json.ts";
import type { Identifier, QualifiedName } from "../ast/node.ts";
import type { Aliased, Relation, Unnest } from "../ast/relation.ts";
import type { RelationFace } from "../relations.ts";
import type { Span } from "../tokens.ts";
import { typeOfNode } from "../types/from-node.ts";
import { parseType } from "../types/parse-type.ts";
import { BIGINT, isNumber, type Type } from "../types/type.ts";
import {
  besides,
  type Field,
  labelled,
  mergeOrigins,
  NOTHING,
  type Rows,
  type Source,
  UNKNOWN_ROWS,
  UNTYPED,
  unlabelled,
  withUse,
} from "./fields.ts";
import { resolveJoin } from "./join.ts";
import { matchRows } from "./match.ts";
import { FROM } from "./places.ts";
import { renameFields } from "./rename.ts";
import { type Context, inside, type Resolver } from "./resolver.ts";
import { functionRows } from "./table-function.ts";

/** What a table, a face or a query gives, as an argument of a table function. */
export function resolveInput(r: Resolver, relation: Relation, context: Context): Rows {
  return resolveRows(r, relation, context, NOTHING);
}

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
    const { type } = r.rules.expression(r, relation.percentage, context, FROM);
    if (type !== undefined && !isNumber(type) && type.base !== "unknown") {
      const { start, end } = relation.percentage;
      const message = `a percentage is a number, this is \`${type.text}\``;
      r.problems.push({ slug: "wrong-type", span: { start, end }, message });
    }
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
      if (relation.period !== undefined) r.rules.expression(r, relation.period.asOf, context, FROM);
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
      return matchRows(r, relation, resolveRelation(r, relation.input, context, left), context);
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
  const fields = table.columns.map(({ name, type, isNullable }): Field => {
    return {
      name,
      label: undefined,
      origins: [{ relation, face, column: name, use: "copied" }],
      type: type === undefined ? undefined : parseType(type),
      isNullable,
    };
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

/** An array of rows gives a column for each field, another one array gives one, a map two. */
function unnestRows(
  r: Resolver,
  node: Unnest,
  context: Context,
  columns: readonly Identifier[] | undefined,
): Rows {
  const values = node.expressions.map((expression) => {
    const value = r.rules.expression(r, expression, context, FROM);
    checkUnnested(r, expression, value.type);
    return { type: value.type, origins: withUse(value.origins, "transformed") };
  });
  const isPadded = node.expressions.length > 1;
  const fields = values.flatMap(({ type, origins }) => unnestedFields(type, origins, isPadded) ?? []);
  const isComplete = values.every(({ type }) => unnestedFields(type, [], false) !== undefined);
  const ordinality: Field = { ...UNNAMED, type: BIGINT, isNullable: false };
  if (isComplete) {
    const rows = { fields: node.withOrdinality ? [...fields, ordinality] : fields, isComplete };
    return columns === undefined || columns.length === 0 ? rows : renameFields(r, rows, columns);
  }
  if (columns === undefined || columns.length === 0) return UNKNOWN_ROWS;
  const count = columns.length - (node.withOrdinality ? 1 : 0);
  const all = mergeOrigins(values.flatMap(({ origins }) => origins));
  const named = columns.map((column, index): Field => {
    if (index >= count) return { ...ordinality, name: column.name };
    const origins = count === values.length ? (values[index]?.origins ?? []) : all;
    return { ...UNNAMED, name: column.name, origins };
  });
  return { fields: named, isComplete: true };
}

const UNNAMED: Field = { name: undefined, label: undefined, origins: [], ...UNTYPED };

function unnestedFields(
  type: Type | undefined,
  origins: Field["origins"],
  isPadded: boolean,
): readonly Field[] | undefined {
  const [first] = type?.children ?? [];
  if (type === undefined || first === undefined) return undefined;
  const isNullable = isPadded ? true : undefined;
  const isSpread = type.base === "array" && first.base === "row";
  const { children, names } = isSpread ? first : type;
  return children.map((child, index): Field => {
    return { name: isSpread ? names[index] : undefined, label: undefined, origins, type: child, isNullable };
  });
}

function checkUnnested(r: Resolver, { start, end }: Span, type: Type | undefined): void {
  if (type === undefined || type.base === "array" || type.base === "map" || type.base === "unknown") return;
  const message = `\`unnest\` takes arrays and maps, this is \`${type.text}\``;
  r.problems.push({ slug: "wrong-arguments", span: { start, end }, message });
}

function jsonRows(r: Resolver, { path, columns }: JsonTable, context: Context): Rows {
  const inputs = [path.input, ...path.passing.map((argument) => argument.input)];
  const origins = inputs.flatMap((input) =>
    withUse(r.rules.expression(r, input.expression, context, FROM).origins, "transformed"),
  );
  return { fields: jsonFields(columns, mergeOrigins(origins)), isComplete: true };
}

function jsonFields(columns: readonly JsonTableColumn[], origins: Field["origins"]): readonly Field[] {
  return columns.flatMap((column): readonly Field[] => {
    if (column.kind === "json-nested-columns") return jsonFields(column.columns, origins);
    const name = column.name.name;
    if (column.kind === "json-ordinality-column")
      return [{ name, label: undefined, origins: [], type: BIGINT, isNullable: undefined }];
    return [{ name, label: undefined, origins, type: typeOfNode(column.type), isNullable: true }];
  });
}
