import type { Expression } from "../ast/expression.ts";
import { typeOf } from "../typing/expression.ts";
import type { Walk } from "../typing/walk.ts";
import { mergeOrigins, type Origin, stronger } from "./fields.ts";
import type { Context, Place, Resolver, Value } from "./resolver.ts";

const NO_ORIGINS: readonly Origin[] = [];

/**
 * Resolves every name in an expression, and gives its type and what its value is made of. Conditions, orders and
 * windows in it count as part of the value.
 */
export function resolveExpression(
  r: Resolver,
  expression: Expression,
  context: Context,
  place?: Place,
): Value {
  const w: Walk = {
    r,
    context,
    place,
    use: "copied",
    origins: [],
    hasAggregates: false,
    inside: undefined,
    isInLambda: false,
    typeOf,
  };
  const { type, isNullable } = typeOf(w, expression);
  const origins = w.origins.length === 0 ? NO_ORIGINS : mergeOrigins(w.origins);
  let use: Value["use"] = w.hasAggregates ? "aggregated" : "constant";
  for (const origin of origins) use = use === "constant" ? origin.use : stronger(use, origin.use);
  if (use === "constant" && expression.kind === "column") use = "copied";
  return { origins, use, type, isNullable, hasAggregates: w.hasAggregates };
}
