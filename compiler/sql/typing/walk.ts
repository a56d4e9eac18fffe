import type { Expression } from "../ast/expression.ts";
import type { SqlProblem, SqlProblemSlug } from "../problems.ts";
import { type Origin, type Typed, UNTYPED, type Use } from "../resolve/fields.ts";
import type { Context, Place, Resolver } from "../resolve/resolver.ts";
import type { Span } from "../tokens.ts";
import type { Type } from "../types/type.ts";

/** The state of one walk through an expression. */
export interface Walk {
  readonly r: Resolver;
  context: Context;
  readonly place: Place | undefined;
  /** What happens to values on the way from here to the root. */
  use: Use;
  origins: Origin[];
  hasAggregates: boolean;
  /** The call inside whose arguments the walk is: neither aggregates nor window functions may nest. */
  inside: "aggregate" | "window" | undefined;
  isInLambda: boolean;
  /** The rule for any expression, for files that it needs itself. */
  readonly typeOf: (w: Walk, node: Expression) => Typed;
}

/** Types and origins of every expression of a list. */
export function typeAll(w: Walk, nodes: readonly Expression[]): readonly Typed[] {
  return nodes.map((node) => w.typeOf(w, node));
}

export function known(type: Type | undefined, isNullable: boolean | undefined): Typed {
  return type === undefined && isNullable === undefined ? UNTYPED : { type, isNullable };
}

/** Null where one of the values is. */
export function nullableIfAny(values: readonly Typed[]): boolean | undefined {
  let result: boolean | undefined = false;
  for (const { isNullable } of values) {
    if (isNullable === true) return true;
    if (isNullable === undefined) result = undefined;
  }
  return result;
}

export function report(
  w: Walk,
  slug: SqlProblemSlug,
  { start, end }: Span,
  message: string,
  help?: string,
  severity?: SqlProblem["severity"],
): void {
  w.r.problems.push({
    slug,
    span: { start, end },
    message,
    ...(help === undefined ? {} : { help }),
    ...(severity === undefined ? {} : { severity }),
  });
}

/** Walks through an expression of which something is expected: `boolean` of a condition. */
export function expectType(w: Walk, node: Expression, expected: Type, what: string): Typed {
  const typed = w.typeOf(w, node);
  checkType(w, node, typed.type, expected, what);
  return typed;
}

export function checkType(w: Walk, node: Span, type: Type | undefined, expected: Type, what: string): void {
  if (type === undefined || type === expected || type.base === "unknown") return;
  report(w, "wrong-type", node, `${what} is \`${expected.text}\`, this is \`${type.text}\``);
}
