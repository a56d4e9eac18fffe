import type { Expression } from "./expression.ts";
import type { Node } from "./node.ts";
import type { Query } from "./query.ts";

/** All terms of one run of `AND`s or `OR`s. */
export interface Logical extends Node<"logical"> {
  readonly operator: "and" | "or";
  readonly terms: readonly Expression[];
}

export interface Not extends Node<"not"> {
  readonly operand: Expression;
}

export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export interface Comparison extends Node<"comparison"> {
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface QuantifiedComparison extends Node<"quantified-comparison"> {
  readonly operator: ComparisonOperator;
  readonly quantifier: "all" | "some" | "any";
  readonly left: Expression;
  readonly query: Query;
}

export interface Between extends Node<"between"> {
  readonly isNegated: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

export interface InList extends Node<"in-list"> {
  readonly isNegated: boolean;
  readonly operand: Expression;
  readonly list: readonly Expression[];
}

export interface InQuery extends Node<"in-query"> {
  readonly isNegated: boolean;
  readonly operand: Expression;
  readonly query: Query;
}

export interface Like extends Node<"like"> {
  readonly isNegated: boolean;
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | undefined;
}

export interface IsNull extends Node<"is-null"> {
  readonly isNegated: boolean;
  readonly operand: Expression;
}

export interface IsDistinct extends Node<"is-distinct"> {
  readonly isNegated: boolean;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Exists extends Node<"exists"> {
  readonly query: Query;
}
