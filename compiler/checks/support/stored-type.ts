import { ICEBERG_WIDENED_TYPES } from "../../facts/trino-types.ts";
import { parseType } from "../../sql/types/parse-type.ts";
import { arrayOf, mapOf, rowOf, scalar, type Type } from "../../sql/types/type.ts";

const MICROSECONDS = 6;

/** The type that a table in the lake has for values of this one; undefined for what is no type of Trino. */
export function storedType(text: string): Type | undefined {
  const type = parseType(text);
  return type && stored(type);
}

function stored(type: Type): Type {
  const [first, second] = type.children;
  if (type.base === "array" && first) return arrayOf(stored(first));
  if (type.base === "map" && first && second) return mapOf(stored(first), stored(second));
  if (type.base === "row") return rowOf(type.children.map(stored), type.names);
  if (/^time/.test(type.base)) return scalar(type.base, MICROSECONDS);
  const widened = ICEBERG_WIDENED_TYPES.get(type.base);
  if (widened !== undefined) return scalar(widened);
  return type.base === "varchar" ? scalar("varchar") : type;
}
