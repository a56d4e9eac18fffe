import type { Call, Case, Expression } from "../ast/expression.ts";
import type { Typed } from "../resolve/fields.ts";
import type { Span } from "../tokens.ts";
import { commonSuperType } from "../types/coercion.ts";
import { BOOLEAN, NULL_TYPE, type Type, VARCHAR } from "../types/type.ts";
import { checkComparison, warnOfZones } from "./operator.ts";
import { expectType, known, nullableIfAny, report, typeAll, type Walk } from "./walk.ts";

/** The type that all of these values have; undefined when one is not known, or when there is none. */
export function commonType(
  w: Walk,
  values: readonly { readonly node: Span; readonly typed: Typed }[],
  what: string,
): Type | undefined {
  let common: Type | undefined;
  let isKnown = true;
  for (const { node, typed } of values) {
    const { type } = typed;
    if (type === undefined) {
      isKnown = false;
      continue;
    }
    const next = common === undefined ? type : commonSuperType(common, type);
    if (next === undefined) {
      const message = `${what} are of one type: this is \`${type.text}\`, before it \`${common?.text}\``;
      report(w, "wrong-type", node, message, "cast one of them to the type of the others");
      return undefined;
    }
    if (common !== undefined) warnOfZones(w.r, node, common, type);
    common = next;
  }
  return isKnown ? common : undefined;
}

export function typeOfCase(w: Walk, node: Case): Typed {
  const operand = node.operand && { node: node.operand, typed: w.typeOf(w, node.operand) };
  const results: { readonly node: Expression; readonly typed: Typed }[] = [];
  for (const { condition, result } of node.branches) {
    if (operand === undefined) expectType(w, condition, BOOLEAN, "a condition");
    else {
      const typed = w.typeOf(w, condition);
      checkComparison(w, condition, "case", operand, { node: condition, typed });
    }
    results.push({ node: result, typed: w.typeOf(w, result) });
  }
  if (node.otherwise !== undefined)
    results.push({ node: node.otherwise, typed: w.typeOf(w, node.otherwise) });
  const type = commonType(w, results, "the results of a `case`");
  const isNullable = node.otherwise === undefined ? true : nullableIfAny(results.map(({ typed }) => typed));
  return known(type, isNullable);
}

/** Calls that Trino's parser takes for expressions of their own; undefined for any other. */
export function typeOfBuiltin(w: Walk, name: string, node: Call): Typed | undefined {
  switch (name) {
    case "if":
      return typeOfIf(w, node.arguments);
    case "coalesce": {
      const values = typeAll(w, node.arguments);
      const type = commonType(w, paired(node.arguments, values), "the arguments of `coalesce`");
      return known(type, isAnyNeverNull(values) ? false : nullableIfAll(values));
    }
    case "nullif":
      return typeOfNullIf(w, node.arguments);
    case "try": {
      const [value] = typeAll(w, node.arguments);
      return known(value?.type, true);
    }
    case "format": {
      const values = typeAll(w, node.arguments);
      return known(VARCHAR, nullableIfAny(values.slice(0, 1)));
    }
    default:
      return undefined;
  }
}

function paired(
  nodes: readonly Expression[],
  values: readonly Typed[],
): { readonly node: Expression; readonly typed: Typed }[] {
  return nodes.flatMap((node, index) => {
    const typed = values[index];
    return typed === undefined ? [] : [{ node, typed }];
  });
}

function isAnyNeverNull(values: readonly Typed[]): boolean {
  return values.some(({ isNullable }) => isNullable === false);
}

function nullableIfAll(values: readonly Typed[]): boolean | undefined {
  return values.every(({ isNullable }) => isNullable === true) ? true : undefined;
}

function typeOfIf(w: Walk, args: readonly Expression[]): Typed {
  const [condition, ...results] = args;
  if (condition !== undefined) expectType(w, condition, BOOLEAN, "a condition");
  const values = typeAll(w, results);
  const type = commonType(w, paired(results, values), "the results of `if`");
  return known(type, results.length < 2 ? true : nullableIfAny(values));
}

function typeOfNullIf(w: Walk, args: readonly Expression[]): Typed {
  const [first, second] = paired(args, typeAll(w, args));
  if (first === undefined || second === undefined) return known(undefined, true);
  checkComparison(w, second.node, "=", first, second);
  return known(first.typed.type === NULL_TYPE ? NULL_TYPE : first.typed.type, true);
}
