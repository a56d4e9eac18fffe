import { childrenOf, type SqlNode } from "../ast/children.ts";
import type { Call, Expression } from "../ast/expression.ts";
import { AGGREGATES } from "./aggregates.ts";
import { type Field, mergeOrigins, type Origin, stronger, type Use, withUse } from "./fields.ts";
import { lookUp } from "./lookup.ts";
import { type Context, inside, type Resolver, type Value } from "./resolver.ts";

interface Pending {
  readonly node: SqlNode;
  readonly use: Use;
  readonly context: Context;
}

/**
 * Resolves every name in an expression and gives what its value is made of. Conditions, orders and windows in it
 * count as part of the value. Without recursion, since runs of operators nest thousands deep.
 */
export function resolveExpression(r: Resolver, expression: Expression, context: Context): Value {
  const origins: Origin[] = [];
  const pending: Pending[] = [{ node: expression, use: "copied", context }];
  let use: Value["use"] = "constant";
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const isAggregate = visit(r, next, pending, origins);
    if (isAggregate) use = "aggregated";
  }
  const merged = mergeOrigins(origins.reverse());
  for (const origin of merged) use = use === "constant" ? origin.use : stronger(use, origin.use);
  if (use === "constant" && expression.kind === "column") use = "copied";
  return { origins: merged, use };
}

/** Adds the origins of one node and what is below it; true when the node aggregates. */
function visit(r: Resolver, { node, use, context }: Pending, pending: Pending[], origins: Origin[]): boolean {
  switch (node.kind) {
    case "column":
      origins.push(...withUse([...lookUp(r, node.parts, context.scope)].reverse(), use));
      return false;
    case "grouping":
      for (const column of node.columns) lookUp(r, column.parts, context.scope);
      return false;
    case "query": {
      const rows = r.rules.query(r, node, context);
      for (const field of rows.fields) origins.push(...withUse(field.origins, "transformed"));
      return false;
    }
    case "exists":
      r.rules.query(r, node.query, context);
      return false;
    case "in-query":
    case "quantified-comparison":
      r.rules.query(r, node.query, context);
      pending.push({
        node: node.kind === "in-query" ? node.operand : node.left,
        use: stronger(use, "transformed"),
        context,
      });
      return false;
    case "lambda": {
      const fields = node.parameters.map(({ name }): Field => ({ name, label: undefined, origins: [] }));
      const source = { fields, hidden: [], labels: [], isComplete: true };
      pending.push({ node: node.body, use: stronger(use, "transformed"), context: inside(context, source) });
      return false;
    }
    default: {
      const isAggregate = (node.kind === "call" && isAggregateCall(node)) || node.kind === "listagg";
      const below = stronger(use, isAggregate ? "aggregated" : "transformed");
      for (const child of childrenOf(node)) {
        // Pattern variables inside a window are no relations.
        if (!isFramePattern(child)) pending.push({ node: child, use: below, context });
      }
      return isAggregate;
    }
  }
}

function isAggregateCall({ name }: Call): boolean {
  const [only] = name.parts;
  return name.parts.length === 1 && only !== undefined && AGGREGATES.has(only.name.toLowerCase());
}

function isFramePattern(node: { readonly kind: string }): boolean {
  return node.kind === "frame-pattern";
}
