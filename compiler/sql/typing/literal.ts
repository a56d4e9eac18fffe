import type { Current, Interval, NumberLiteral, TypedLiteral } from "../ast/expression.ts";
import type { Typed } from "../resolve/fields.ts";
import { typeNamed } from "../types/parse-type.ts";
import {
  BIGINT,
  char,
  DATE,
  DAY_INTERVAL,
  DOUBLE,
  decimal,
  INTEGER,
  MAX_PRECISION,
  MONTH_INTERVAL,
  type Type,
  time,
  timestamp,
  VARCHAR,
} from "../types/type.ts";
import { known, report, type Walk } from "./walk.ts";

const MAX_INTEGER = 2147483647n;
const MAX_BIGINT = 9223372036854775807n;

/** The type of an unsigned number: the narrowest from `integer` on that holds it. */
export function typeOfNumber(w: Walk, node: NumberLiteral): Typed {
  const text = node.text.replaceAll("_", "");
  if (node.form === "double") return known(DOUBLE, false);
  if (node.form === "integer") {
    // Most whole numbers are short, and those all fit.
    if (text.length < 10 && !text.startsWith("0")) return known(INTEGER, false);
    const value = BigInt(text.toLowerCase());
    if (value <= MAX_INTEGER) return known(INTEGER, false);
    if (value <= MAX_BIGINT) return known(BIGINT, false);
    report(w, "wrong-type", node, "this number is too large for `bigint`", "write it as `decimal '…'`");
    return known(undefined, false);
  }
  return known(decimalOf(w, node, text), false);
}

/** `-` makes room for one more: `-2147483648` is an `integer`. */
export function typeOfNegative(w: Walk, node: NumberLiteral): Typed {
  if (node.form !== "integer" || node.text.length < 10) return typeOfNumber(w, node);
  const value = BigInt(node.text.replaceAll("_", "").toLowerCase());
  if (value === MAX_INTEGER + 1n) return known(INTEGER, false);
  return value === MAX_BIGINT + 1n ? known(BIGINT, false) : typeOfNumber(w, node);
}

/** Leading zeros of the whole part do not count, digits behind the point all do. */
function decimalOf(w: Walk, node: NumberLiteral | TypedLiteral, text: string): Type | undefined {
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const precision = Math.max(whole.replace(/^0+/, "").length + fraction.length, 1);
  if (precision <= MAX_PRECISION) return decimal(precision, fraction.length);
  report(
    w,
    "wrong-type",
    node,
    `this number has ${precision} digits, a decimal has at most ${MAX_PRECISION}`,
  );
  return undefined;
}

const DAY = /^\s*[+-]?\d+-\d{1,2}-\d{1,2}\s*$/;
const TIME_OF_DAY = /^\s*\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.(\d+))?)?\s*(\S.*)?$/;
const INSTANT = /^\s*[+-]?\d+-\d{1,2}-\d{1,2}(?:[ T]+\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.(\d+))?)?)?\s*(\S.*)?$/;

/** `DATE '…'`, `TIMESTAMP '…'`: precision and zone are as written. */
export function typeOfTypedLiteral(w: Walk, node: TypedLiteral): Typed {
  const name = node.type.name.toLowerCase();
  switch (name) {
    case "date":
      if (!DAY.test(node.value)) {
        const help = "write `date '2020-01-01'`";
        report(w, "wrong-type", node, `\`${node.value}\` is no \`date\``, help);
      }
      return known(DATE, false);
    case "time":
    case "timestamp": {
      const match = (name === "time" ? TIME_OF_DAY : INSTANT).exec(node.value);
      if (match === null) {
        const example = name === "time" ? "time '12:00:00'" : "timestamp '2020-01-01 00:00:00'";
        report(w, "wrong-type", node, `\`${node.value}\` is no \`${name}\``, `write \`${example}\``);
        return known(undefined, false);
      }
      const make = name === "time" ? time : timestamp;
      return known(make(match[1]?.length ?? 0, match[2] !== undefined), false);
    }
    case "decimal":
    case "dec":
    case "numeric":
      return known(decimalOf(w, node, node.value.trim().replaceAll("_", "")), false);
    case "char":
      return known(char(node.value.length), false);
    case "varchar":
      return known(VARCHAR, false);
    default: {
      const type = typeNamed(name, []);
      if (type === undefined)
        report(w, "unknown-type", node.type, `\`${node.type.name}\` is no type of Trino`);
      return known(type, false);
    }
  }
}

export function typeOfInterval({ from }: Interval): Typed {
  return known(from === "year" || from === "month" ? MONTH_INTERVAL : DAY_INTERVAL, false);
}

const DEFAULT_PRECISION = 3;

export function typeOfCurrent({ value, precision }: Current): Typed {
  const digits = precision === undefined ? DEFAULT_PRECISION : Number(precision);
  switch (value) {
    case "current_date":
      return known(DATE, false);
    case "current_time":
      return known(time(digits, true), false);
    case "localtime":
      return known(time(digits, false), false);
    case "current_timestamp":
      return known(timestamp(digits, true), false);
    case "localtimestamp":
      return known(timestamp(digits, false), false);
    default:
      return known(VARCHAR, value === "current_catalog" || value === "current_schema");
  }
}
