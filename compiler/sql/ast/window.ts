import type { Expression } from "./expression.ts";
import type { Identifier, Node } from "./node.ts";
import type { Measure, PatternDefinition, PatternSubset, RowPattern, SkipTo } from "./pattern.ts";

/** `expression [asc|desc] [nulls first|last]`. */
export interface SortItem extends Node<"sort-item"> {
  readonly expression: Expression;
  readonly direction: "asc" | "desc" | undefined;
  readonly nulls: "first" | "last" | undefined;
}

/** What stands behind `OVER`. */
export type Window = WindowReference | WindowSpecification;

export interface WindowReference extends Node<"window-reference"> {
  readonly name: Identifier;
}

export interface WindowSpecification extends Node<"window"> {
  readonly base: Identifier | undefined;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
  readonly frame: WindowFrame | undefined;
}

export interface WindowFrame extends Node<"frame"> {
  readonly unit: "rows" | "range" | "groups";
  readonly from: FrameBound;
  /** Without it the frame ends at the current row. */
  readonly to: FrameBound | undefined;
  /** Row pattern recognition in a window: present when any of its clauses is written. */
  readonly pattern: FramePattern | undefined;
}

export interface FramePattern extends Node<"frame-pattern"> {
  readonly measures: readonly Measure[];
  readonly skipTo: SkipTo | undefined;
  readonly search: "initial" | "seek" | undefined;
  readonly pattern: RowPattern | undefined;
  readonly subsets: readonly PatternSubset[];
  readonly definitions: readonly PatternDefinition[];
}

export interface FrameBound extends Node<"frame-bound"> {
  readonly bound: "unbounded-preceding" | "unbounded-following" | "current-row" | "preceding" | "following";
  /** Present for `preceding` and `following`. */
  readonly offset: Expression | undefined;
}

/** `WINDOW name AS (…)`. */
export interface WindowDefinition extends Node<"window-definition"> {
  readonly name: Identifier;
  readonly window: WindowSpecification;
}
