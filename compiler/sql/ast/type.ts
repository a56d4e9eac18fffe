import type { Identifier, Node } from "./node.ts";

/** A data type as written in a cast or a declaration; all spellings of one type give the same node. */
export type DataType = NamedType | ArrayType | MapType | RowType | TimeType | IntervalType | MissingType;

/** `bigint`, `decimal(38, 2)`, `double precision` (as `double`). */
export interface NamedType extends Node<"named-type"> {
  /** In lower case. */
  readonly name: Identifier;
  readonly parameters: readonly (DataType | TypeNumber)[];
}

export interface TypeNumber extends Node<"type-number"> {
  readonly text: string;
}

/** `array(t)`, `array<t>`, `t array`. */
export interface ArrayType extends Node<"array-type"> {
  readonly element: DataType;
}

/** `map(k, v)`, `map<k, v>`. */
export interface MapType extends Node<"map-type"> {
  readonly key: DataType;
  readonly value: DataType;
}

export interface RowType extends Node<"row-type"> {
  readonly fields: readonly RowField[];
}

export interface RowField extends Node<"row-field"> {
  readonly name: Identifier | undefined;
  readonly type: DataType;
}

/** `time` and `timestamp` with their precision and zone. */
export interface TimeType extends Node<"time-type"> {
  readonly base: "time" | "timestamp";
  readonly precision: TypeNumber | DataType | undefined;
  readonly hasTimeZone: boolean;
}

export type IntervalField = "year" | "month" | "day" | "hour" | "minute" | "second";

export interface IntervalType extends Node<"interval-type"> {
  readonly from: IntervalField;
  readonly to: IntervalField | undefined;
}

export interface MissingType extends Node<"missing-type"> {}
