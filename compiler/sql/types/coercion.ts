import {
  arrayOf,
  BIGINT,
  char,
  DOUBLE,
  decimal,
  INTEGER,
  MAX_CHAR,
  MAX_PRECISION,
  mapOf,
  NULL_TYPE,
  numbersOf,
  REAL,
  rowOf,
  SMALLINT,
  scalar,
  type Type,
  time,
  timestamp,
  varchar,
} from "./type.ts";

/*
 * Implicit coercions of Trino 476. Source: its `TypeCoercion.java`, and the answers of a running 476 in
 * test/compiler/sql/types/.
 */

/** How two types meet. */
interface Meeting {
  readonly common: Type;
  /** Whether the first is coerced to the second as it is. */
  readonly isCoercible: boolean;
}

const WIDER_NUMBERS: Readonly<Record<string, Readonly<Record<string, Type>>>> = {
  tinyint: {
    smallint: SMALLINT,
    integer: INTEGER,
    bigint: BIGINT,
    real: REAL,
    double: DOUBLE,
    decimal: decimal(3, 0),
  },
  smallint: { integer: INTEGER, bigint: BIGINT, real: REAL, double: DOUBLE, decimal: decimal(5, 0) },
  integer: { bigint: BIGINT, real: REAL, double: DOUBLE, decimal: decimal(10, 0) },
  bigint: { real: REAL, double: DOUBLE, decimal: decimal(19, 0) },
  decimal: { real: REAL, double: DOUBLE },
  real: { double: DOUBLE },
};
/** What `NULL` becomes first where a type with numbers is asked for. */
const NULL_AS: Readonly<Record<string, Type>> = {
  varchar: varchar(0),
  char: char(0),
  decimal: decimal(1, 0),
  timestamp: timestamp(3, false),
  "timestamp with time zone": timestamp(3, true),
  time: time(3, false),
  "time with time zone": time(3, true),
};
const TEXT_PATTERNS: ReadonlySet<string> = new Set(["joniregexp", "jsonpath", "codepoints"]);
/** Types of one base that differ in one number, where the greater one holds the other. */
const WIDENING: ReadonlySet<string> = new Set([
  "char",
  "timestamp",
  "timestamp with time zone",
  "time",
  "time with time zone",
]);

/** The type of this base that a type is coerced to; undefined when it is not. */
export function coerceToBase(type: Type, base: string): Type | undefined {
  if (type.base === base) return type;
  switch (type.base) {
    case "unknown":
      return NULL_AS[base] ?? (HAS_NO_NUMBERS.has(base) ? scalar(base) : undefined);
    case "date":
      if (base === "timestamp") return timestamp(0, false);
      return base === "timestamp with time zone" ? timestamp(0, true) : undefined;
    case "time":
    case "timestamp":
      return base === `${type.base} with time zone` ? scalar(base, ...type.numbers) : undefined;
    case "varchar":
      if (base === "char") return char(type.numbers[0] ?? MAX_CHAR);
      return TEXT_PATTERNS.has(base) ? scalar(base) : undefined;
    case "char":
      return TEXT_PATTERNS.has(base) ? scalar(base) : undefined;
    case "p4hyperloglog":
      return base === "hyperloglog" ? scalar(base) : undefined;
    default:
      return WIDER_NUMBERS[type.base]?.[base];
  }
}

const HAS_NO_NUMBERS: ReadonlySet<string> = new Set(
  // biome-ignore format: a list, not code
  [
    "boolean", "bigint", "integer", "double", "real", "varbinary", "date", "hyperloglog", "setdigest",
    "p4hyperloglog", "json", "interval year to month", "interval day to second", "joniregexp", "jsonpath", "color",
    "codepoints",
  ],
);

/** The narrowest type that values of both types have; undefined when there is none. */
export function commonSuperType(a: Type, b: Type): Type | undefined {
  return a === b ? a : meet(a, b)?.common;
}

/** Whether a value of one type may stand where the other is expected. */
export function canCoerce(from: Type, to: Type): boolean {
  return from === to || meet(from, to)?.isCoercible === true;
}

function meet(from: Type, to: Type): Meeting | undefined {
  if (from === to || from === NULL_TYPE) return { common: to, isCoercible: true };
  if (to === NULL_TYPE) return { common: from, isCoercible: false };
  if (from.base === to.base) return meetSameBase(from, to);
  const up = coerceToBase(from, to.base);
  if (up !== undefined) return meet(up, to);
  const down = coerceToBase(to, from.base);
  const met = down && meet(from, down);
  return met && { common: met.common, isCoercible: false };
}

function meetSameBase(from: Type, to: Type): Meeting | undefined {
  if (WIDENING.has(from.base)) {
    const common = scalar(from.base, Math.max(from.numbers[0] ?? 0, to.numbers[0] ?? 0));
    return { common, isCoercible: common === to };
  }
  switch (from.base) {
    case "decimal": {
      const common = commonDecimal(from, to);
      return { common, isCoercible: common === to };
    }
    case "varchar": {
      const common = varchar(Math.max(numbersOf(from)[0] ?? 0, numbersOf(to)[0] ?? 0));
      return { common, isCoercible: common === to };
    }
    case "array":
    case "map":
    case "row":
      return meetNested(from, to);
    default:
      return undefined;
  }
}

function commonDecimal(a: Type, b: Type): Type {
  const [aPrecision = 0, aScale = 0] = a.numbers;
  const [bPrecision = 0, bScale = 0] = b.numbers;
  const scale = Math.max(aScale, bScale);
  return decimal(Math.min(MAX_PRECISION, Math.max(aPrecision - aScale, bPrecision - bScale) + scale), scale);
}

function meetNested(from: Type, to: Type): Meeting | undefined {
  if (from.children.length !== to.children.length) return undefined;
  let isCoercible = true;
  const children: Type[] = [];
  for (const [index, child] of from.children.entries()) {
    const other = to.children[index];
    const met = other && meet(child, other);
    if (met === undefined) return undefined;
    isCoercible &&= met.isCoercible;
    children.push(met.common);
  }
  const [first, second] = children;
  if (from.base === "array" && first) return { common: arrayOf(first), isCoercible };
  if (from.base === "map" && first && second) return { common: mapOf(first, second), isCoercible };
  const names = from.names.map((name, index) => (name === to.names[index] ? name : undefined));
  return { common: rowOf(children, names), isCoercible };
}
