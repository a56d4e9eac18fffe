import { NULL_TYPE, type Type } from "../types/type.ts";
import { type Argument, type Bound, bind, isLambda, type UNKNOWABLE } from "./bind.ts";
import type { Signature } from "./table.ts";

/** The overload of a call, and the type that it gives. */
export type Chosen = Bound & { readonly returns: Type };

/** What a call turns out to be. */
export type Choice = Chosen | "none" | "ambiguous" | typeof UNKNOWABLE;

/**
 * The overload that Trino 476 takes for these arguments: one that fits as it is, plain ones before generic ones; else
 * the most specific of those that fit with coercions. Source: its `FunctionBinder.java`.
 */
export function choose(overloads: readonly Signature[], args: readonly Argument[]): Choice {
  for (const isGeneric of [false, true]) {
    const exact = fitting(
      overloads.filter((each) => each.isGeneric === isGeneric),
      args,
      false,
    );
    if (typeof exact === "string") return exact;
    if (exact.length > 1) return "ambiguous";
    if (exact[0] !== undefined) return chosen(exact[0]);
  }
  const coerced = fitting(overloads, args, true);
  if (typeof coerced === "string") return coerced;
  if (coerced.length === 0) return "none";
  const best = mostSpecific(coerced, args);
  return best === undefined ? "ambiguous" : chosen(best);
}

function chosen(bound: Bound): Choice {
  const { returns } = bound;
  return returns === undefined ? "none" : { ...bound, returns };
}

function fitting(
  overloads: readonly Signature[],
  args: readonly Argument[],
  allowCoercion: boolean,
): readonly Bound[] | typeof UNKNOWABLE {
  const found: Bound[] = [];
  for (const overload of overloads) {
    const bound = bind(overload, args, allowCoercion);
    if (typeof bound === "string") return bound;
    if (bound !== undefined) found.push(bound);
  }
  return found;
}

function mostSpecific(found: readonly Bound[], args: readonly Argument[]): Bound | undefined {
  let left = found.filter(
    (each) =>
      !found.some((other) => other !== each && isMoreSpecific(other, each) && !isMoreSpecific(each, other)),
  );
  if (left.length === 1) return left[0];
  if (args.some(isLambda) || !args.includes(NULL_TYPE)) return undefined;
  const onlyNulls = found.filter(({ parameters }) =>
    parameters.every((type, index) => type === args[index] || args[index] === NULL_TYPE),
  );
  if (onlyNulls.length > 0) left = onlyNulls;
  if (left.length === 1) return left[0];
  // Whichever is taken, its result is the same `NULL`.
  return left.every(({ returns }) => returns === left[0]?.returns) ? left[0] : undefined;
}

function isMoreSpecific(a: Bound, b: Bound): boolean {
  const bound = bind(b.signature, a.parameters, true);
  return typeof bound === "object";
}

/** The type that every overload of this many arguments gives; undefined when they give several. */
export function onlyResult(overloads: readonly Signature[], count: number): Type | undefined {
  let only: Type | undefined;
  for (const { parameters, isRepeated, returns } of overloads) {
    if (parameters.length !== count && !(isRepeated && count >= parameters.length - 1)) continue;
    if (returns.type === undefined || (only !== undefined && only !== returns.type)) return undefined;
    only = returns.type;
  }
  return only;
}
