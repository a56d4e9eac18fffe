import type { Span } from "./tokens.ts";

/**
 * A mistake in a query. `message` says what is wrong, lower case and without a full stop; `help` says what to
 * write instead, when that is known.
 */
export interface SqlProblem {
  /** Names the rule that was broken, for filters and tests; does not change between versions. */
  readonly slug: SqlProblemSlug;
  /** The smallest piece of the query that is wrong. */
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  /** Missing for what Trino refuses; set for what runs and gives what its author hardly meant. */
  readonly severity?: "warning";
}

export type SqlProblemSlug =
  | "unclosed-text"
  | "unknown-character"
  | "bad-name"
  | "syntax"
  | "too-deep"
  | "foreign-syntax"
  | "unknown-column"
  | "ambiguous-column"
  | "unknown-relation"
  | "column-count"
  | "unknown-field"
  | "unknown-type"
  | "unknown-function"
  | "wrong-arguments"
  | "wrong-operands"
  | "wrong-type"
  | "impossible-cast"
  | "misplaced-aggregate"
  | "misplaced-window"
  | "misplaced-query"
  | "unknown-window"
  | "ungrouped-column"
  | "truncating-division"
  | "mixed-time-zones"
  | "mixed-join-types";

/** `1 column`, `2 columns`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
