import { MAX_VARCHAR, NULL_TYPE, numbersOf, type Type } from "./type.ts";

/** Bases to which each base can be cast, besides itself. Source: answers of a running Trino 476. */
const NUMBERS = "boolean tinyint smallint integer bigint real double decimal";
const TIMES = "time|time with time zone|timestamp|timestamp with time zone";
const CASTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      [NUMBERS.split(" "), `${NUMBERS.replaceAll(" ", "|")}|varchar|json`],
      [
        ["varchar"],
        `${NUMBERS.replaceAll(" ", "|")}|char|varbinary|date|${TIMES}|json|uuid|ipaddress|joniregexp|jsonpath|codepoints`,
      ],
      [["char"], "varchar|joniregexp|jsonpath|codepoints"],
      [["varbinary"], "uuid|ipaddress|hyperloglog|p4hyperloglog|tdigest|setdigest|qdigest"],
      [["hyperloglog", "p4hyperloglog"], "varbinary|hyperloglog|p4hyperloglog"],
      [["tdigest", "setdigest", "qdigest"], "varbinary"],
      [["date"], "varchar|timestamp|timestamp with time zone|json"],
      [["time", "time with time zone"], `varchar|${TIMES}`],
      [["timestamp"], `varchar|date|json|${TIMES}`],
      [["timestamp with time zone"], `varchar|date|${TIMES}`],
      [["interval day to second", "interval year to month"], "varchar"],
      [["json"], `${NUMBERS.replaceAll(" ", "|")}|varchar`],
      [["uuid", "ipaddress"], "varchar|varbinary"],
      [["geometry", "sphericalgeography"], "geometry|sphericalgeography|varchar"],
      [["bingtile", "objectid", "color"], "bigint|varchar"],
    ] as const
  ).flatMap(([bases, targets]) => bases.map((base) => [base, new Set(targets.split("|"))] as const)),
);
/**
 * The longest text of a type's values; a `varchar` that may be too short for it is refused at once.
 */
const FULL_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["uuid", MAX_VARCHAR],
  ["ipaddress", MAX_VARCHAR],
]);

/** Whether `CAST(value AS to)` is something that Trino knows at all; the value may still not fit. */
export function canCast(from: Type, to: Type): boolean {
  if (from === to || from === NULL_TYPE) return true;
  if (to === NULL_TYPE) return false;
  if (to.base === "json" && NESTED.has(from.base)) return isJsonable(from);
  if (from.base === "json" && NESTED.has(to.base)) return isReadFromJson(to);
  if (from.base === to.base && NESTED.has(from.base)) {
    return (
      from.children.length === to.children.length &&
      from.children.every((child, index) => canCast(child, to.children[index] ?? NULL_TYPE))
    );
  }
  if (from.base === to.base) return to.children.length === 0;
  if (to.base === "varchar" && (numbersOf(to)[0] ?? 0) < (FULL_LENGTHS.get(from.base) ?? 0)) return false;
  return CASTS.get(from.base)?.has(to.base) === true;
}

const NESTED: ReadonlySet<string> = new Set(["array", "map", "row"]);

/** Keys of JSON objects are made of these. */
const KEYS: ReadonlySet<string> = new Set([...NUMBERS.split(" "), "varchar"]);

function isJsonable(type: Type): boolean {
  const [key, value] = type.children;
  if (type.base === "map" && key && value) return KEYS.has(key.base) && isJsonable(value);
  if (NESTED.has(type.base)) return type.children.every(isJsonable);
  return type === NULL_TYPE || type.base === "json" || canCastToJson(type);
}

function canCastToJson({ base }: Type): boolean {
  return CASTS.get(base)?.has("json") === true;
}

function isReadFromJson(type: Type): boolean {
  const [key, value] = type.children;
  if (type.base === "map" && key && value) return KEYS.has(key.base) && isReadFromJson(value);
  if (NESTED.has(type.base)) return type.children.every(isReadFromJson);
  return type.base === "json" || CASTS.get("json")?.has(type.base) === true;
}
