import type { Expression } from "./expression.ts";
import type { Identifier, Missing, Node, QualifiedName } from "./node.ts";
import type { Relation } from "./relation.ts";
import type { InlineFunction } from "./routine.ts";
import type { SortItem, WindowDefinition } from "./window.ts";

export interface Query extends Node<"query"> {
  /** `WITH SESSION …`; only at the top of a statement. */
  readonly session: readonly SessionProperty[];
  /** `WITH FUNCTION …`; only at the top of a statement. */
  readonly functions: readonly InlineFunction[];
  readonly with: With | undefined;
  readonly body: QueryBody;
  readonly orderBy: readonly SortItem[];
  readonly offset: RowCount | undefined;
  readonly limit: Limit | Fetch | undefined;
}

/** `catalog.property = value`. */
export interface SessionProperty extends Node<"session-property"> {
  readonly name: QualifiedName;
  readonly value: Expression;
}

export interface With extends Node<"with"> {
  readonly isRecursive: boolean;
  readonly tables: readonly CommonTable[];
}

export interface CommonTable extends Node<"common-table"> {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

export type QueryBody = Select | SetOperation | Values | TableQuery | NestedQuery | Missing;

/** Long runs lean to the left; walk `left` in a loop, not by recursion. */
export interface SetOperation extends Node<"set-operation"> {
  readonly operator: "union" | "except" | "intersect";
  readonly quantifier: "distinct" | "all" | undefined;
  readonly corresponding: Corresponding | undefined;
  readonly left: QueryBody;
  readonly right: QueryBody;
}

export interface Corresponding extends Node<"corresponding"> {
  /** Empty without `BY`. */
  readonly columns: readonly Identifier[];
}

export interface Values extends Node<"values"> {
  readonly rows: readonly Expression[];
}

/** `TABLE name`. */
export interface TableQuery extends Node<"table-query"> {
  readonly name: QualifiedName;
}

/** A query in parentheses as an operand of a set operation. */
export interface NestedQuery extends Node<"nested-query"> {
  readonly query: Query;
}

export interface RowCount extends Node<"row-count"> {
  /** The number as written; undefined for `?`. */
  readonly count: string | undefined;
}

export interface Limit extends Node<"limit"> {
  /** Undefined for `ALL`. */
  readonly rows: RowCount | undefined;
}

/** `FETCH FIRST n ROWS …`. */
export interface Fetch extends Node<"fetch"> {
  /** Undefined means one row. */
  readonly rows: RowCount | undefined;
  readonly withTies: boolean;
}

export interface Select extends Node<"select"> {
  readonly quantifier: "distinct" | "all" | undefined;
  readonly items: readonly SelectItem[];
  /** Empty without `FROM`. */
  readonly from: readonly Relation[];
  readonly where: Expression | undefined;
  readonly groupBy: GroupBy | undefined;
  readonly having: Expression | undefined;
  readonly windows: readonly WindowDefinition[];
}

export type SelectItem = SelectExpression | SelectAll;

export interface SelectExpression extends Node<"select-item"> {
  readonly expression: Expression;
  readonly alias: Identifier | undefined;
}

/** `*`, `t.*`, `f(x).* AS (a, b)`. */
export interface SelectAll extends Node<"select-all"> {
  readonly base: Expression | undefined;
  readonly aliases: readonly Identifier[];
}

export interface GroupBy extends Node<"group-by"> {
  readonly quantifier: "distinct" | "all" | undefined;
  readonly elements: readonly GroupingElement[];
}

export type GroupingElement = GroupingSet | GroupingSets | GroupByAuto;

/** One expression, or several in parentheses; `()` is the grand total. */
export interface GroupingSet extends Node<"grouping-set"> {
  readonly isParenthesized: boolean;
  readonly expressions: readonly Expression[];
}

export interface GroupingSets extends Node<"grouping-sets"> {
  readonly form: "rollup" | "cube" | "grouping sets";
  readonly sets: readonly GroupingSet[];
}

/** `GROUP BY AUTO`. */
export interface GroupByAuto extends Node<"group-by-auto"> {}
