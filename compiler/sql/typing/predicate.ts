import type { Expression } from "../ast/expression.ts";
import type { Between, InList, InQuery, Like, QuantifiedComparison } from "../ast/predicate.ts";
import type { Query } from "../ast/query.ts";
import type { Rows, Typed } from "../resolve/fields.ts";
import { withUse } from "../resolve/fields.ts";
import { BOOLEAN, isText, rowOf } from "../types/type.ts";
import { checkComparison } from "./operator.ts";
import { known, nullableIfAny, report, typeAll, type Walk } from "./walk.ts";

export function typeOfBetween(w: Walk, node: Between, operand: Typed): Typed {
  const [low, high] = typeAll(w, [node.low, node.high]);
  if (low === undefined || high === undefined) return known(BOOLEAN, undefined);
  const left = { node: node.operand, typed: operand };
  checkComparison(w, node.low, "between", left, { node: node.low, typed: low });
  checkComparison(w, node.high, "between", left, { node: node.high, typed: high });
  return known(BOOLEAN, nullableIfAny([operand, low, high]));
}

export function typeOfInList(w: Walk, node: InList, operand: Typed): Typed {
  const items = typeAll(w, node.list);
  for (const [index, typed] of items.entries()) {
    const item = node.list[index];
    if (item !== undefined)
      checkComparison(w, item, "in", { node: node.operand, typed: operand }, { node: item, typed });
  }
  return known(BOOLEAN, nullableIfAny([operand, ...items]));
}

export function typeOfInQuery(w: Walk, node: InQuery | QuantifiedComparison, operand: Typed): Typed {
  const rows = rowsOf(w, node.query);
  const left: Expression = node.kind === "in-query" ? node.operand : node.left;
  const typed = rowTyped(rows);
  const operator = node.kind === "in-query" ? "in" : node.operator;
  checkComparison(w, left, operator, { node: left, typed: operand }, { node: left, typed });
  return known(BOOLEAN, nullableIfAny([operand, typed]));
}

/** What a query gives as one value: its column, or a row of its columns. */
export function rowTyped({ fields, isComplete }: Rows): Typed {
  const [only] = fields;
  if (!isComplete || only === undefined) return known(undefined, undefined);
  if (fields.length === 1) return only;
  const types = fields.flatMap(({ type }) => type ?? []);
  if (types.length !== fields.length) return known(undefined, undefined);
  return known(
    rowOf(
      types,
      fields.map(({ name }) => name),
    ),
    false,
  );
}

/** The rows of a query inside of an expression. */
export function rowsOf(w: Walk, query: Query): Rows {
  if (w.isInLambda) report(w, "misplaced-query", query, "a lambda holds no query", "join what it looks up");
  return w.r.rules.query(w.r, query, w.context);
}

export function typeOfLike(w: Walk, node: Like, operand: Typed): Typed {
  const others = typeAll(w, node.escape === undefined ? [node.pattern] : [node.pattern, node.escape]);
  const texts = [node.operand, node.pattern, ...(node.escape === undefined ? [] : [node.escape])];
  for (const [index, { type }] of [operand, ...others].entries()) {
    const text = texts[index];
    if (type === undefined || text === undefined || isText(type) || type.base === "unknown") continue;
    const help = "cast it: `cast(… as varchar)`";
    report(w, "wrong-operands", text, `\`like\` takes text, this is \`${type.text}\``, help);
  }
  return known(BOOLEAN, nullableIfAny([operand, ...others]));
}

/** A query as a value: null when it gives no row, unless it always gives one. */
export function typeOfScalarQuery(w: Walk, node: Extract<Expression, { kind: "scalar-query" }>): Typed {
  const rows = rowsOf(w, node.query);
  for (const field of rows.fields) w.origins.push(...withUse(field.origins, "transformed"));
  const { type, isNullable } = rowTyped(rows);
  return known(type, alwaysGivesOneRow(node.query.body) ? isNullable : true);
}

function alwaysGivesOneRow(body: Extract<Expression, { kind: "scalar-query" }>["query"]["body"]): boolean {
  if (body.kind !== "select") return false;
  return body.from.length === 0 && body.where === undefined;
}
