import type { Expression } from "./expression.ts";
import type { Identifier, Node } from "./node.ts";
import type { DataType } from "./type.ts";

/** An input of a JSON function, and how its text is to be read. */
export interface JsonInput extends Node<"json-input"> {
  readonly expression: Expression;
  readonly format: JsonFormat | undefined;
}

export interface JsonFormat extends Node<"json-format"> {
  readonly encoding: "utf8" | "utf16" | "utf32" | undefined;
}

export interface JsonPath extends Node<"json-path"> {
  readonly input: JsonInput;
  readonly path: string;
  readonly pathName: Identifier | undefined;
  readonly passing: readonly JsonArgument[];
}

export interface JsonArgument extends Node<"json-argument"> {
  readonly input: JsonInput;
  readonly name: Identifier;
}

/** What a JSON function gives when it finds nothing or fails. */
export interface JsonBehavior extends Node<"json-behavior"> {
  // biome-ignore format: a list, not code
  readonly behavior:
    | "true" | "false" | "unknown" | "error" | "null" | "empty" | "empty-array" | "empty-object" | "default";
  /** Present for `default`. */
  readonly value: Expression | undefined;
}

export type JsonWrapper = "without" | "with" | "with-conditional";

export interface JsonQuotes extends Node<"json-quotes"> {
  readonly quotes: "keep" | "omit";
  readonly isOnScalarString: boolean;
}

export interface JsonReturning extends Node<"json-returning"> {
  readonly type: DataType;
  readonly format: JsonFormat | undefined;
}

export interface JsonExists extends Node<"json-exists"> {
  readonly path: JsonPath;
  readonly onError: JsonBehavior | undefined;
}

export interface JsonValue extends Node<"json-value"> {
  readonly path: JsonPath;
  readonly returning: DataType | undefined;
  readonly onEmpty: JsonBehavior | undefined;
  readonly onError: JsonBehavior | undefined;
}

export interface JsonQuery extends Node<"json-query"> {
  readonly path: JsonPath;
  readonly returning: JsonReturning | undefined;
  readonly wrapper: JsonWrapper | undefined;
  readonly quotes: JsonQuotes | undefined;
  readonly onEmpty: JsonBehavior | undefined;
  readonly onError: JsonBehavior | undefined;
}

export interface JsonObject extends Node<"json-object"> {
  readonly members: readonly JsonMember[];
  readonly onNull: "null" | "absent" | undefined;
  readonly uniqueKeys: "with" | "without" | undefined;
  readonly returning: JsonReturning | undefined;
}

export interface JsonMember extends Node<"json-member"> {
  readonly key: Expression;
  readonly value: JsonInput;
}

export interface JsonArray extends Node<"json-array"> {
  readonly items: readonly JsonInput[];
  readonly onNull: "null" | "absent" | undefined;
  readonly returning: JsonReturning | undefined;
}

/** `JSON_TABLE(…)` in `FROM`. */
export interface JsonTable extends Node<"json-table"> {
  readonly path: JsonPath;
  readonly columns: readonly JsonTableColumn[];
  readonly plan: JsonTablePlan | JsonTableDefaultPlan | undefined;
  readonly onError: JsonBehavior | undefined;
}

export type JsonTableColumn = JsonOrdinalityColumn | JsonValueColumn | JsonQueryColumn | JsonNestedColumns;

export interface JsonOrdinalityColumn extends Node<"json-ordinality-column"> {
  readonly name: Identifier;
}

export interface JsonValueColumn extends Node<"json-value-column"> {
  readonly name: Identifier;
  readonly type: DataType;
  readonly path: string | undefined;
  readonly onEmpty: JsonBehavior | undefined;
  readonly onError: JsonBehavior | undefined;
}

export interface JsonQueryColumn extends Node<"json-query-column"> {
  readonly name: Identifier;
  readonly type: DataType;
  readonly format: JsonFormat;
  readonly path: string | undefined;
  readonly wrapper: JsonWrapper | undefined;
  readonly quotes: JsonQuotes | undefined;
  readonly onEmpty: JsonBehavior | undefined;
  readonly onError: JsonBehavior | undefined;
}

export interface JsonNestedColumns extends Node<"json-nested-columns"> {
  readonly path: string;
  readonly pathName: Identifier | undefined;
  readonly columns: readonly JsonTableColumn[];
}

export type JsonTablePlan = JsonPlanLeaf | JsonPlanJoin | JsonPlanSet;

export interface JsonPlanLeaf extends Node<"json-plan-leaf"> {
  readonly name: Identifier;
}

export interface JsonPlanJoin extends Node<"json-plan-join"> {
  readonly parent: JsonPlanLeaf;
  readonly join: "outer" | "inner";
  readonly child: JsonTablePlan;
}

export interface JsonPlanSet extends Node<"json-plan-set"> {
  readonly operator: "union" | "cross";
  readonly siblings: readonly JsonTablePlan[];
}

export interface JsonTableDefaultPlan extends Node<"json-plan-default"> {
  readonly parentChild: "outer" | "inner" | undefined;
  readonly siblings: "union" | "cross" | undefined;
}
