import type { Expression } from "./expression.ts";
import type { JsonTable } from "./json.ts";
import type { Identifier, Missing, Node, QualifiedName } from "./node.ts";
import type { Measure, PatternDefinition, PatternSubset, RowPattern, SkipTo } from "./pattern.ts";
import type { Query } from "./query.ts";
import type { DataType } from "./type.ts";
import type { SortItem } from "./window.ts";

/** What stands in `FROM`. */
export type Relation =
  | TableRelation
  | FaceRelation
  | QueryRelation
  | Lateral
  | Unnest
  | TableFunction
  | JsonTable
  | Aliased
  | Sampled
  | MatchRecognize
  | Join
  | Missing;

export interface TableRelation extends Node<"table"> {
  readonly name: QualifiedName;
  readonly period: TablePeriod | undefined;
}

/** `FOR VERSION AS OF …`, `FOR TIMESTAMP AS OF …`. */
export interface TablePeriod extends Node<"period"> {
  readonly range: "version" | "timestamp";
  readonly asOf: Expression;
}

/** `changes(shop.orders)` or `history(shop.orders)`: a captured table's other faces; not part of Trino. */
export interface FaceRelation extends Node<"face"> {
  readonly face: "changes" | "history";
  readonly name: QualifiedName;
}

export interface QueryRelation extends Node<"query-relation"> {
  readonly query: Query;
}

export interface Lateral extends Node<"lateral"> {
  readonly query: Query;
}

export interface Unnest extends Node<"unnest"> {
  readonly expressions: readonly Expression[];
  readonly withOrdinality: boolean;
}

/** `relation [AS] name (columns)`. */
export interface Aliased extends Node<"aliased"> {
  readonly relation: Relation;
  readonly alias: Identifier;
  /** Empty when none are written. */
  readonly columns: readonly Identifier[];
}

export interface Sampled extends Node<"sampled"> {
  readonly relation: Relation;
  readonly method: "bernoulli" | "system";
  readonly percentage: Expression;
}

/** Long runs of joins lean to the left; walk `left` in a loop, not by recursion. */
export interface Join extends Node<"join"> {
  readonly type: "inner" | "left" | "right" | "full" | "cross";
  readonly isNatural: boolean;
  readonly left: Relation;
  readonly right: Relation;
  /** Neither for `CROSS` and `NATURAL` joins. */
  readonly on: Expression | undefined;
  readonly using: readonly Identifier[];
}

/** `TABLE(name(arguments))`. */
export interface TableFunction extends Node<"table-function"> {
  readonly name: QualifiedName;
  readonly arguments: readonly TableFunctionArgument[];
  readonly copartition: readonly (readonly QualifiedName[])[];
}

export interface TableFunctionArgument extends Node<"table-function-argument"> {
  readonly name: Identifier | undefined;
  readonly value: TableArgument | Descriptor | Expression;
}

/** `TABLE(t) PARTITION BY … ORDER BY …`. */
export interface TableArgument extends Node<"table-argument"> {
  readonly relation: TableRelation | QueryRelation | FaceRelation;
  readonly alias: Identifier | undefined;
  readonly columns: readonly Identifier[];
  /** Absent means that rows are not partitioned; an empty list is one partition. */
  readonly partitionBy: readonly Expression[] | undefined;
  readonly whenEmpty: "prune" | "keep" | undefined;
  readonly orderBy: readonly SortItem[];
}

/** `DESCRIPTOR(a, b bigint)`; without fields `CAST(NULL AS DESCRIPTOR)`. */
export interface Descriptor extends Node<"descriptor"> {
  readonly fields: readonly DescriptorField[];
}

export interface DescriptorField extends Node<"descriptor-field"> {
  readonly name: Identifier;
  readonly type: DataType | undefined;
}

export interface MatchRecognize extends Node<"match-recognize"> {
  readonly input: Relation;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
  readonly measures: readonly Measure[];
  readonly rows: "one" | "all" | "all-show-empty" | "all-omit-empty" | "all-with-unmatched" | undefined;
  readonly skipTo: SkipTo | undefined;
  readonly search: "initial" | "seek" | undefined;
  readonly pattern: RowPattern;
  readonly subsets: readonly PatternSubset[];
  readonly definitions: readonly PatternDefinition[];
}
