import type { JsonArray, JsonExists, JsonObject, JsonQuery, JsonValue } from "./json.ts";
import type { Identifier, Missing, Node, QualifiedName } from "./node.ts";
import type {
  Between,
  Comparison,
  Exists,
  InList,
  InQuery,
  IsDistinct,
  IsNull,
  Like,
  Logical,
  Not,
  QuantifiedComparison,
} from "./predicate.ts";
import type { Query } from "./query.ts";
import type { DataType, IntervalField } from "./type.ts";
import type { SortItem, Window } from "./window.ts";

export type Expression =
  | Literal
  | Parameter
  | Column
  | Field
  | Subscript
  | Logical
  | Not
  | Comparison
  | QuantifiedComparison
  | Between
  | InList
  | InQuery
  | Like
  | IsNull
  | IsDistinct
  | Exists
  | Binary
  | Unary
  | AtTimeZone
  | Case
  | Cast
  | Call
  | MeasureOver
  | Listagg
  | Lambda
  | Row
  | ArrayList
  | ScalarQuery
  | Current
  | Extract
  | Trim
  | Substring
  | Position
  | Normalize
  | Grouping
  | JsonExists
  | JsonValue
  | JsonQuery
  | JsonObject
  | JsonArray
  | Missing;

export type Literal =
  | NullLiteral
  | BooleanLiteral
  | NumberLiteral
  | StringLiteral
  | BinaryLiteral
  | TypedLiteral
  | Interval;

export interface NullLiteral extends Node<"null"> {}

export interface BooleanLiteral extends Node<"boolean"> {
  readonly value: boolean;
}

/** Unsigned; the text as written, since `1.10` and `1.1` are of different types. */
export interface NumberLiteral extends Node<"number"> {
  readonly form: "integer" | "decimal" | "double";
  readonly text: string;
}

/** Also `U&'…'`; escapes are resolved. */
export interface StringLiteral extends Node<"string"> {
  readonly value: string;
}

export interface BinaryLiteral extends Node<"binary-string"> {
  /** Hexadecimal digits in capitals, without spaces. */
  readonly digits: string;
}

/** `DATE '2020-01-01'`, `DECIMAL '1.5'`, `DOUBLE PRECISION '1'` (as `double`). */
export interface TypedLiteral extends Node<"typed-literal"> {
  readonly type: Identifier;
  readonly value: string;
}

export interface Interval extends Node<"interval"> {
  readonly sign: "+" | "-" | undefined;
  readonly value: string;
  readonly from: IntervalField;
  readonly to: IntervalField | undefined;
}

/** `?`. */
export interface Parameter extends Node<"parameter"> {}

/** A chain of names: a column, with or without its relation, or a field of a row behind it. Never empty. */
export interface Column extends Node<"column"> {
  readonly parts: readonly Identifier[];
}

/** A field of something that is not a chain of names: `f(x).y`, `a[1].b`, `(a).b`. */
export interface Field extends Node<"field"> {
  readonly base: Expression;
  readonly field: Identifier;
}

export interface Subscript extends Node<"subscript"> {
  readonly base: Expression;
  readonly index: Expression;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "||";

/** Long runs (`a || b || c`) lean to the left; walk `left` in a loop, not by recursion. */
export interface Binary extends Node<"binary"> {
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Node<"unary"> {
  readonly operator: "+" | "-";
  readonly operand: Expression;
}

export interface AtTimeZone extends Node<"at-time-zone"> {
  readonly operand: Expression;
  readonly zone: StringLiteral | Interval | Missing;
}

/** With `operand` the simple form. */
export interface Case extends Node<"case"> {
  readonly operand: Expression | undefined;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | undefined;
}

export interface CaseBranch extends Node<"when"> {
  readonly condition: Expression;
  readonly result: Expression;
}

export interface Cast extends Node<"cast"> {
  /** `TRY_CAST` gives null where `CAST` fails. */
  readonly isTry: boolean;
  readonly operand: Expression;
  readonly type: DataType;
}

export interface Call extends Node<"call"> {
  readonly mode: "running" | "final" | undefined;
  readonly name: QualifiedName;
  readonly quantifier: "distinct" | "all" | undefined;
  /** A call of `*`, as in `count(*)`, has a star argument alone. */
  readonly arguments: readonly Expression[];
  readonly star: CallStar | undefined;
  readonly orderBy: readonly SortItem[];
  readonly filter: Expression | undefined;
  readonly nulls: "ignore" | "respect" | undefined;
  readonly over: Window | undefined;
}

/** `*` or, in row pattern recognition, `label.*`. */
export interface CallStar extends Node<"call-star"> {
  readonly label: Identifier | undefined;
}

/** A measure of a window with row pattern recognition: `name OVER w`. */
export interface MeasureOver extends Node<"measure-over"> {
  readonly name: Identifier;
  readonly over: Window;
}

export interface Listagg extends Node<"listagg"> {
  readonly quantifier: "distinct" | "all" | undefined;
  readonly operand: Expression;
  readonly separator: string | undefined;
  readonly overflow: ListaggOverflow | undefined;
  readonly orderBy: readonly SortItem[];
  readonly filter: Expression | undefined;
}

export interface ListaggOverflow extends Node<"listagg-overflow"> {
  readonly behavior: "error" | "truncate";
  readonly filler: string | undefined;
  readonly hasCount: boolean;
}

export interface Lambda extends Node<"lambda"> {
  readonly parameters: readonly Identifier[];
  readonly body: Expression;
}

/** `ROW(a, b)` or `(a, b)`. */
export interface Row extends Node<"row"> {
  readonly items: readonly Expression[];
}

/** `ARRAY[…]`. */
export interface ArrayList extends Node<"array"> {
  readonly items: readonly Expression[];
}

/** A query in parentheses as a value. */
export interface ScalarQuery extends Node<"scalar-query"> {
  readonly query: Query;
}

// biome-ignore format: a list, not code
export type CurrentValue =
  | "current_date" | "current_time" | "current_timestamp" | "localtime" | "localtimestamp"
  | "current_user" | "current_catalog" | "current_schema" | "current_path";

export interface Current extends Node<"current"> {
  readonly value: CurrentValue;
  readonly precision: string | undefined;
}

export interface Extract extends Node<"extract"> {
  readonly field: Identifier;
  readonly operand: Expression;
}

/** `TRIM([LEADING|TRAILING|BOTH] [characters] FROM operand)` or `TRIM(operand, characters)`. */
export interface Trim extends Node<"trim"> {
  readonly side: "leading" | "trailing" | "both" | undefined;
  readonly characters: Expression | undefined;
  readonly operand: Expression;
}

/** `SUBSTRING(operand FROM from FOR length)`; the form with commas is a call. */
export interface Substring extends Node<"substring"> {
  readonly operand: Expression;
  readonly from: Expression;
  readonly length: Expression | undefined;
}

export interface Position extends Node<"position"> {
  readonly needle: Expression;
  readonly operand: Expression;
}

export interface Normalize extends Node<"normalize"> {
  readonly operand: Expression;
  readonly form: "nfc" | "nfd" | "nfkc" | "nfkd" | undefined;
}

/** `GROUPING(a, t.b)`. */
export interface Grouping extends Node<"grouping"> {
  readonly columns: readonly QualifiedName[];
}
