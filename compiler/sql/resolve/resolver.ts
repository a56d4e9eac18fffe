import type { Expression } from "../ast/expression.ts";
import type { Query } from "../ast/query.ts";
import type { SqlProblem } from "../problems.ts";
import type { RelationFace } from "../relations.ts";
import type { Origin, Rows, Source, Use } from "./fields.ts";

/**
 * The columns of a table in order; undefined when they are not known, and then nothing is said about them. The
 * parts are as written, unquoted ones in lower case.
 */
export type Catalog = (
  parts: readonly string[],
  face: RelationFace,
) => { readonly columns: readonly string[] } | undefined;

/** The state of one resolution. */
export interface Resolver {
  readonly catalog: Catalog;
  readonly problems: SqlProblem[];
  /** Every table column that any part of the query names. */
  readonly reads: Origin[];
  readonly rules: ResolveRules;
}

/** The rules that are used by files they themselves need. */
export interface ResolveRules {
  readonly query: (r: Resolver, query: Query, context: Context) => Rows;
  readonly expression: (r: Resolver, expression: Expression, context: Context) => Value;
}

/** What can be named at a place of the query. */
export interface Context {
  readonly scope: Scope | undefined;
  readonly common: CommonRows | undefined;
}

/** The nearest names first. */
export interface Scope {
  readonly source: Source;
  readonly outer: Scope | undefined;
  /** Aliases of the same select, which Trino does not see in `WHERE` and `GROUP BY`; for a better message. */
  readonly aliases?: readonly string[];
  /** Set for the output of a select in its `ORDER BY`: it comes before the columns of its tables. */
  readonly isOutput?: boolean;
}

/** The common tables in scope, the nearest first. */
export interface CommonRows {
  readonly name: string;
  readonly rows: Rows;
  readonly outer: CommonRows | undefined;
}

/** Where the values of an expression come from. */
export interface Value {
  readonly origins: readonly Origin[];
  /** `constant` when no column and no row takes part in it. */
  readonly use: Use | "constant";
}

/** A scope without tables, inside of another. */
export function inside(context: Context, source: Source): Context {
  return { scope: { source, outer: context.scope }, common: context.common };
}
