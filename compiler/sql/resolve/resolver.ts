import type { Column, Expression } from "../ast/expression.ts";
import type { Identifier, QualifiedName } from "../ast/node.ts";
import type { Query } from "../ast/query.ts";
import type { Relation } from "../ast/relation.ts";
import type { SqlProblem } from "../problems.ts";
import type { RelationFace } from "../relations.ts";
import type { Type } from "../types/type.ts";
import type { Field, Origin, Rows, Source, Typed, Use } from "./fields.ts";

/** A column of a table. */
export interface CatalogColumn {
  readonly name: string;
  /** As Trino prints it: `decimal(12,2)`. Missing when it is not known. */
  readonly type?: string | undefined;
  /** Missing when it is not known. */
  readonly isNullable?: boolean | undefined;
}

/**
 * The columns of a table in order; undefined when they are not known, and then nothing is said about them. The
 * parts are as written, unquoted ones in lower case.
 */
export type Catalog = (
  parts: readonly string[],
  face: RelationFace,
) => { readonly columns: readonly CatalogColumn[] } | undefined;

/** The state of one resolution. */
export interface Resolver {
  readonly catalog: Catalog;
  /** Set aside while a lambda is tried on types that may not be its own. */
  problems: SqlProblem[];
  /** Every table column that any part of the query names. */
  reads: Origin[];
  readonly rules: ResolveRules;
  /** What each name of a column turned out to be. */
  readonly references: Map<Column | QualifiedName, Reference>;
  /** Functions that the query itself defines, by name. */
  readonly functions: Map<string, Type | undefined>;
}

/** The field that a name means, and where it was found. */
export interface Reference {
  readonly field: Field;
  readonly scope: Scope;
  /** Names behind it, of fields inside a row. */
  readonly inside: readonly Identifier[];
}

/** The rules that are used by files they themselves need. */
export interface ResolveRules {
  readonly query: (r: Resolver, query: Query, context: Context) => Rows;
  readonly input: (r: Resolver, relation: Relation, context: Context) => Rows;
  readonly expression: (r: Resolver, expression: Expression, context: Context, place?: Place) => Value;
}

/** A place of a query that holds no aggregate, or no window function; in the words of a message. */
export interface Place {
  readonly name: string;
  readonly hasAggregates: boolean;
  readonly hasWindows: boolean;
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
  /** Names of the select's windows. */
  readonly windows?: readonly string[];
  /** Whether rows are grouped here: aggregates over no rows at all happen only where they are not. */
  readonly isGrouped?: boolean;
  /** Set for the output of a select in its `ORDER BY`: it comes before the columns of its tables. */
  readonly isOutput?: boolean;
}

/** The common tables in scope, the nearest first. */
export interface CommonRows {
  readonly name: string;
  readonly rows: Rows;
  readonly outer: CommonRows | undefined;
}

/** Of what type the values of an expression are, and where they come from. */
export interface Value extends Typed {
  /** Whether rows are aggregated in it, besides those of queries inside. */
  readonly hasAggregates: boolean;
  readonly origins: readonly Origin[];
  /** `constant` when no column and no row takes part in it. */
  readonly use: Use | "constant";
}

/** A scope without tables, inside of another. */
export function inside(context: Context, source: Source): Context {
  return { scope: { source, outer: context.scope }, common: context.common };
}
