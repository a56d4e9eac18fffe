import type { Expression } from "./expression.ts";
import type { Identifier, Node } from "./node.ts";

/** The regular expression over rows inside `PATTERN (…)`. */
export type RowPattern =
  | PatternVariable
  | PatternSequence
  | PatternAlternatives
  | PatternPermutation
  | PatternExclusion
  | PatternAnchor
  | EmptyPattern
  | QuantifiedPattern;

export interface PatternVariable extends Node<"pattern-variable"> {
  readonly name: Identifier;
}

export interface PatternSequence extends Node<"pattern-sequence"> {
  readonly items: readonly RowPattern[];
}

export interface PatternAlternatives extends Node<"pattern-alternatives"> {
  readonly items: readonly RowPattern[];
}

export interface PatternPermutation extends Node<"pattern-permutation"> {
  readonly items: readonly RowPattern[];
}

/** `{- pattern -}`. */
export interface PatternExclusion extends Node<"pattern-exclusion"> {
  readonly pattern: RowPattern;
}

/** `^` or `$`. */
export interface PatternAnchor extends Node<"pattern-anchor"> {
  readonly anchor: "^" | "$";
}

/** `()`. */
export interface EmptyPattern extends Node<"pattern-empty"> {}

export interface QuantifiedPattern extends Node<"pattern-quantified"> {
  readonly pattern: RowPattern;
  /** `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}`, `{2,3}`, without spaces. */
  readonly quantifier: string;
  readonly isReluctant: boolean;
}

export interface Measure extends Node<"measure"> {
  readonly expression: Expression;
  readonly name: Identifier;
}

export interface PatternSubset extends Node<"pattern-subset"> {
  readonly name: Identifier;
  readonly members: readonly Identifier[];
}

export interface PatternDefinition extends Node<"pattern-definition"> {
  readonly name: Identifier;
  readonly condition: Expression;
}

/** `AFTER MATCH SKIP …`. */
export interface SkipTo extends Node<"skip-to"> {
  readonly target: "next-row" | "past-last-row" | "first" | "last" | "variable";
  /** Present for `first`, `last` and `variable`. */
  readonly variable: Identifier | undefined;
}
