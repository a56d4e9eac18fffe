import { suggest } from "../../text/suggest.ts";
import type { ArrayList, Cast, Expression, Field as FieldNode, Row, Subscript } from "../ast/expression.ts";
import type { Identifier } from "../ast/node.ts";
import { sameName, type Typed } from "../resolve/fields.ts";
import { canCast } from "../types/cast.ts";
import { canCoerce } from "../types/coercion.ts";
import { typeOfNode } from "../types/from-node.ts";
import { arrayOf, BIGINT, INTEGER, NULL_TYPE, rowOf, type Type } from "../types/type.ts";
import { commonType } from "./conditional.ts";
import { known, report, typeAll, type Walk } from "./walk.ts";

export function typeOfArray(w: Walk, node: ArrayList): Typed {
  if (node.items.length === 0) return known(arrayOf(NULL_TYPE), false);
  const items = node.items.map((item) => ({ node: item, typed: w.typeOf(w, item) }));
  const element = commonType(w, items, "the elements of an array");
  return known(element && arrayOf(element), false);
}

export function typeOfRow(w: Walk, node: Row): Typed {
  const types = typeAll(w, node.items).flatMap(({ type }) => type ?? []);
  if (types.length !== node.items.length || types.length === 0) return known(undefined, false);
  return known(
    rowOf(
      types,
      types.map(() => undefined),
    ),
    false,
  );
}

export function typeOfCast(w: Walk, node: Cast): Typed {
  const { type: from, isNullable } = w.typeOf(w, node.operand);
  const to = typeOfNode(node.type);
  if (to === undefined) {
    if (!isMissing(node.type)) reportType(w, node);
    return known(undefined, node.isTry ? true : isNullable);
  }
  if (from !== undefined && !canCast(from, to)) {
    const message = `\`${from.text}\` cannot be cast to \`${to.text}\``;
    report(w, "impossible-cast", node, message, helpForCast(from, to));
  }
  return known(to, node.isTry ? true : isNullable);
}

function isMissing(type: Cast["type"]): boolean {
  return type.kind === "missing-type" || (type.kind === "array-type" && isMissing(type.element));
}

/** Types of other systems, with what Trino has instead. */
const FOREIGN_TYPES: Readonly<Record<string, string>> = {
  text: "varchar",
  string: "varchar",
  float: "double",
  float4: "real",
  float8: "double",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  bool: "boolean",
  timestamptz: "timestamp(6) with time zone",
  datetime: "timestamp(6)",
  number: "decimal",
  jsonb: "json",
  bytea: "varbinary",
  serial: "integer",
  money: "decimal",
};

function reportType(w: Walk, { type }: Cast): void {
  const name = type.kind === "named-type" ? type.name.name : undefined;
  const instead = name === undefined ? undefined : FOREIGN_TYPES[name];
  const message = name === undefined ? "this is no type of Trino" : `\`${name}\` is no type of Trino`;
  report(w, "unknown-type", type, message, instead && `write \`${instead}\``);
}

function helpForCast(from: Type, to: Type): string | undefined {
  if (from.base === "char") return "cast it to `varchar` first";
  if (from.base === "varbinary" && to.base === "varchar") return "read its text: `from_utf8(…)`";
  if (to.base === "varbinary") return "write `to_utf8(…)` for text";
  if (to.base === "varchar" && to.numbers.length > 0) return "cast it to `varchar` without a length";
  const isInstant = to.base === "date" || to.base.startsWith("timestamp");
  return isInstant && (from.base === "bigint" || from.base === "integer" || from.base === "double")
    ? "seconds since 1970 become an instant by `from_unixtime(…)`"
    : undefined;
}

export function typeOfSubscript(w: Walk, node: Subscript, base: Typed): Typed {
  const index = w.typeOf(w, node.index);
  const { type } = base;
  if (type === undefined) return known(undefined, undefined);
  const [first, second] = type.children;
  if (type.base === "array" && first !== undefined) {
    checkIndex(w, node.index, index.type, BIGINT, "the place in an array");
    return known(first, undefined);
  }
  if (type.base === "map" && first !== undefined) {
    checkIndex(w, node.index, index.type, first, "the key of this map");
    return known(second, undefined);
  }
  if (type.base === "row" && index.type === INTEGER && node.index.kind === "number") {
    return known(type.children[Number(node.index.text) - 1], undefined);
  }
  if (type !== NULL_TYPE)
    report(w, "wrong-operands", node, `only arrays, maps and rows have \`[…]\`, this is \`${type.text}\``);
  return known(undefined, undefined);
}

function checkIndex(w: Walk, node: Expression, type: Type | undefined, expected: Type, what: string): void {
  if (type === undefined || canCoerce(type, expected)) return;
  report(w, "wrong-operands", node, `${what} is \`${expected.text}\`, this is \`${type.text}\``);
}

export function typeOfField(w: Walk, node: FieldNode, base: Typed): Typed {
  return fieldOf(w, base, node.field);
}

/** A field inside a row. */
export function fieldOf(w: Walk, { type, isNullable }: Typed, field: Identifier): Typed {
  if (type === undefined) return known(undefined, undefined);
  if (type.base === "row") {
    const index = type.names.findIndex((name) => sameName(name, field.name));
    const found = type.children[index];
    // Fields can be null whatever the row is.
    if (found !== undefined) return known(found, isNullable === true ? true : undefined);
    const near = suggest(
      field.name,
      type.names.flatMap((name) => name ?? []),
    );
    const message = `\`${field.name}\` is not a field of \`${type.text}\``;
    report(w, "unknown-field", field, message, near && `did you mean \`${near}\`?`);
    return known(undefined, undefined);
  }
  report(w, "unknown-field", field, `only rows have fields, this is \`${type.text}\``);
  return known(undefined, undefined);
}
