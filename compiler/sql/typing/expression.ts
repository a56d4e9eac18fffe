import type { AtTimeZone, Expression, Extract as ExtractNode, Trim } from "../ast/expression.ts";
import { type Typed, UNTYPED, withUse } from "../resolve/fields.ts";
import { lookUp } from "../resolve/lookup.ts";
import {
  BIGINT,
  BOOLEAN,
  DAY_INTERVAL,
  MONTH_INTERVAL,
  NULL_TYPE,
  scalar,
  type Type,
  VARBINARY,
  VARCHAR,
  varchar,
} from "../types/type.ts";
import { reportAggregate, typeOfCall, typeOfForm } from "./call.ts";
import { typeOfCase } from "./conditional.ts";
import { fieldOf, typeOfArray, typeOfCast, typeOfField, typeOfRow, typeOfSubscript } from "./construct.ts";
import { typeOfJson } from "./json.ts";
import { tryLambda } from "./lambda.ts";
import {
  typeOfCurrent,
  typeOfInterval,
  typeOfNegative,
  typeOfNumber,
  typeOfTypedLiteral,
} from "./literal.ts";
import { checkComparison, typeOfBinary, typeOfUnary } from "./operator.ts";
import {
  rowsOf,
  typeOfBetween,
  typeOfInList,
  typeOfInQuery,
  typeOfLike,
  typeOfScalarQuery,
} from "./predicate.ts";
import { expectType, known, nullableIfAny, report, typeAll, type Walk } from "./walk.ts";
import { walkWindow } from "./window.ts";

/**
 * The type of an expression; on the way every name in it is resolved and what its value is made of is gathered. Runs
 * of operators lean to the left, thousands deep: they are walked along in a loop, and recursion follows nesting only.
 */
export function typeOf(w: Walk, node: Expression): Typed {
  const { use } = w;
  let first = node;
  let run: Expression[] | undefined;
  for (let left = leftOf(first); left !== undefined; left = leftOf(first)) {
    run ??= [];
    run.push(first);
    first = left;
  }
  if (use === "copied" && (run !== undefined || first.kind !== "column")) w.use = "transformed";
  let typed = typeOfFirst(w, first);
  if (run !== undefined) {
    for (let index = run.length - 1; index >= 0; index--) {
      const next = run[index];
      if (next !== undefined) typed = typeBehind(w, next, typed);
    }
  }
  w.use = use;
  return typed;
}

function leftOf(node: Expression): Expression | undefined {
  switch (node.kind) {
    case "binary":
    case "comparison":
    case "is-distinct":
    case "quantified-comparison":
      return node.left;
    case "between":
    case "in-list":
    case "in-query":
    case "like":
    case "is-null":
    case "at-time-zone":
      return node.operand;
    case "subscript":
    case "field":
      return node.base;
    default:
      return undefined;
  }
}

/** An operator whose left side is typed already. */
function typeBehind(w: Walk, node: Expression, left: Typed): Typed {
  switch (node.kind) {
    case "binary":
      return typeOfBinary(w, node, left, w.typeOf(w, node.right));
    case "comparison":
    case "is-distinct": {
      const right = w.typeOf(w, node.right);
      const operator = node.kind === "comparison" ? node.operator : "is distinct from";
      checkComparison(
        w,
        node,
        operator,
        { node: node.left, typed: left },
        { node: node.right, typed: right },
      );
      return known(BOOLEAN, node.kind === "comparison" ? nullableIfAny([left, right]) : false);
    }
    case "quantified-comparison":
    case "in-query":
      return typeOfInQuery(w, node, left);
    case "between":
      return typeOfBetween(w, node, left);
    case "in-list":
      return typeOfInList(w, node, left);
    case "like":
      return typeOfLike(w, node, left);
    case "is-null":
      return known(BOOLEAN, false);
    case "at-time-zone":
      return typeOfAtTimeZone(w, node, left);
    case "subscript":
      return typeOfSubscript(w, node, left);
    case "field":
      return typeOfField(w, node, left);
    default:
      return UNTYPED;
  }
}

function typeOfFirst(w: Walk, node: Expression): Typed {
  switch (node.kind) {
    case "column":
      return typeOfColumn(w, node);
    case "null":
      return known(NULL_TYPE, true);
    case "boolean":
      return known(BOOLEAN, false);
    case "number":
      return typeOfNumber(w, node);
    case "string":
      return known(varchar([...node.value].length), false);
    case "binary-string":
      return known(VARBINARY, false);
    case "typed-literal":
      return typeOfTypedLiteral(w, node);
    case "interval":
      return typeOfInterval(node);
    case "current":
      return typeOfCurrent(node);
    case "logical": {
      const terms = node.terms.map((term) => expectType(w, term, BOOLEAN, `a side of \`${node.operator}\``));
      return known(BOOLEAN, nullableIfAny(terms));
    }
    case "not":
      return known(BOOLEAN, expectType(w, node.operand, BOOLEAN, "what `not` negates").isNullable);
    case "exists":
      rowsOf(w, node.query);
      return known(BOOLEAN, false);
    case "scalar-query":
      return typeOfScalarQuery(w, node);
    case "unary":
      if (node.operator === "-" && node.operand.kind === "number") return typeOfNegative(w, node.operand);
      return typeOfUnary(w, node, w.typeOf(w, node.operand));
    case "case":
      return typeOfCase(w, node);
    case "cast":
      return typeOfCast(w, node);
    case "call":
      return typeOfCall(w, node);
    case "listagg":
      return typeOfListagg(w, node);
    case "lambda":
      // Only functions take lambdas: this one stands alone.
      tryLambda(w, node).commit(undefined);
      return UNTYPED;
    case "row":
      return typeOfRow(w, node);
    case "array":
      return typeOfArray(w, node);
    case "extract":
      return typeOfExtract(w, node);
    case "trim":
      return typeOfTrim(w, node);
    case "substring": {
      const parts = node.length === undefined ? [node.from] : [node.from, node.length];
      return typeOfForm(w, node, "substring", typeAll(w, [node.operand, ...parts]));
    }
    case "position":
      return typeOfForm(w, node, "strpos", typeAll(w, [node.operand, node.needle]));
    case "normalize":
      return typeOfForm(w, node, "normalize", [w.typeOf(w, node.operand), known(varchar(3), false)]);
    case "grouping":
      for (const column of node.columns) {
        const reference = lookUp(w.r, column.parts, w.context.scope);
        if (reference !== undefined) w.r.references.set(column, reference);
      }
      w.hasAggregates = true;
      return known(scalar(node.columns.length > MAX_INTEGER_BITS ? "bigint" : "integer"), false);
    case "measure-over":
      walkWindow(w, node.over);
      return UNTYPED;
    case "json-exists":
    case "json-value":
    case "json-query":
    case "json-object":
    case "json-array":
      return typeOfJson(w, node);
    default:
      return UNTYPED;
  }
}

/** `grouping` gives one bit for each column. */
const MAX_INTEGER_BITS = 31;

function typeOfColumn(w: Walk, node: Extract<Expression, { kind: "column" }>): Typed {
  const reference = lookUp(w.r, node.parts, w.context.scope);
  if (reference === undefined) return UNTYPED;
  const { field, inside } = reference;
  w.r.references.set(node, reference);
  for (const origin of withUse(field.origins, w.use)) w.origins.push(origin);
  let typed: Typed = field;
  for (const part of inside) typed = fieldOf(w, typed, part);
  return typed;
}

function typeOfListagg(w: Walk, node: Extract<Expression, { kind: "listagg" }>): Typed {
  reportAggregate(w, node, "listagg");
  const { use, inside } = w;
  w.hasAggregates = true;
  w.use = "aggregated";
  w.inside = "aggregate";
  const { type } = w.typeOf(w, node.operand);
  if (type !== undefined && type.base !== "varchar" && type.base !== "unknown") {
    const message = `\`listagg\` takes \`varchar\`, this is \`${type.text}\``;
    report(w, "wrong-arguments", node.operand, message, "cast it: `cast(… as varchar)`");
  }
  for (const { expression } of node.orderBy) w.typeOf(w, expression);
  if (node.filter !== undefined) expectType(w, node.filter, BOOLEAN, "a filter");
  w.use = use;
  w.inside = inside;
  return known(VARCHAR, undefined);
}

/** Fields of a time of day, of an interval, and of an instant with zone. Source: Trino's documentation, `extract`. */
const TIME_FIELDS = "hour minute second";
const ZONE_FIELDS = "timezone_hour timezone_minute";
const DATE_FIELDS =
  "year quarter month week day day_of_month day_of_week dow day_of_year doy year_of_week yow";
const FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    date: DATE_FIELDS,
    time: TIME_FIELDS,
    "time with time zone": `${TIME_FIELDS} ${ZONE_FIELDS}`,
    timestamp: `${DATE_FIELDS} ${TIME_FIELDS}`,
    "timestamp with time zone": `${DATE_FIELDS} ${TIME_FIELDS} ${ZONE_FIELDS}`,
    [DAY_INTERVAL.base]: `day day_of_month ${TIME_FIELDS}`,
    [MONTH_INTERVAL.base]: "year month",
  }).map(([base, fields]) => [base, new Set(fields.split(" "))]),
);

function typeOfExtract(w: Walk, node: ExtractNode): Typed {
  const { type, isNullable } = w.typeOf(w, node.operand);
  const field = node.field.name.toLowerCase();
  if (type !== undefined && type !== NULL_TYPE && FIELDS.get(type.base)?.has(field) !== true) {
    const message = `\`${type.text}\` has no \`${field}\``;
    const help = type.base === "varchar" ? "cast it to a date or a timestamp" : undefined;
    report(w, "wrong-arguments", node, message, help);
  }
  return known(BIGINT, isNullable);
}

function typeOfTrim(w: Walk, { side, characters, operand, ...node }: Trim): Typed {
  const name = side === "leading" ? "ltrim" : side === "trailing" ? "rtrim" : "trim";
  const values = typeAll(w, characters === undefined ? [operand] : [operand, characters]);
  return typeOfForm(w, { side, characters, operand, ...node }, name, values);
}

const ZONED: Readonly<Record<string, string>> = {
  time: "time with time zone",
  "time with time zone": "time with time zone",
  timestamp: "timestamp with time zone",
  "timestamp with time zone": "timestamp with time zone",
};

function typeOfAtTimeZone(w: Walk, node: AtTimeZone, { type, isNullable }: Typed): Typed {
  const base = type === undefined || type === NULL_TYPE ? undefined : ZONED[type.base];
  if (type !== undefined && type !== NULL_TYPE && base === undefined) {
    const help = type.base === "date" ? "cast it to a timestamp first" : undefined;
    report(w, "wrong-operands", node, `\`${type.text}\` has no time to be moved to a zone`, help);
  }
  if (node.zone.kind === "interval") typeOfInterval(node.zone);
  return known(base === undefined ? undefined : scalar(base, ...zonedNumbers(type)), isNullable);
}

function zonedNumbers(type: Type | undefined): readonly number[] {
  return type?.numbers ?? [];
}
