import type { Binary, BinaryOperator, Expression, Unary } from "../ast/expression.ts";
import type { ComparisonOperator } from "../ast/predicate.ts";
import { type Choice, choose } from "../functions/choose.ts";
import { functionNamed, operatorNamed } from "../functions/table.ts";
import type { Typed } from "../resolve/fields.ts";
import type { Resolver } from "../resolve/resolver.ts";
import type { Span } from "../tokens.ts";
import { commonSuperType } from "../types/coercion.ts";
import { isComparable, isInteger, isNumber, isOrderable, isText, type Type } from "../types/type.ts";
import { known, nullableIfAny, report, type Walk } from "./walk.ts";

const OPERATORS: Readonly<Record<BinaryOperator, string>> = {
  "+": "$add",
  "-": "$subtract",
  "*": "$multiply",
  "/": "$divide",
  "%": "$modulus",
  "||": "concat",
};
/** Types are shared and few: what two of them give is reckoned once. */
const RESULTS = new Map<string, Map<Type, Map<Type, Choice>>>();

function resultOf(operator: string, left: Type, right: Type): Choice {
  const byLeft = entry(RESULTS, operator, () => new Map<Type, Map<Type, Choice>>());
  const byRight = entry(byLeft, left, () => new Map<Type, Choice>());
  return entry(byRight, right, () => {
    const overloads = operator === "concat" ? functionNamed(operator)?.overloads : operatorNamed(operator);
    return choose(overloads ?? [], [left, right]);
  });
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

export function typeOfBinary(w: Walk, node: Binary, left: Typed, right: Typed): Typed {
  const isNullable = nullableIfAny([left, right]);
  if (left.type === undefined || right.type === undefined) return known(undefined, isNullable);
  const choice = resultOf(OPERATORS[node.operator], left.type, right.type);
  if (typeof choice === "string") {
    const message = `\`${node.operator}\` does not take \`${left.type.text}\` and \`${right.type.text}\``;
    report(w, "wrong-operands", node, message, helpForOperands(node, left.type, right.type));
    return known(undefined, isNullable);
  }
  if (node.operator === "/" && isInteger(choice.returns) && !isWholeDivision(node)) {
    const message = "this division drops the fraction: both sides are whole numbers";
    const help = "cast one side: `cast(… as double)`, or `* 1.0` for a decimal";
    report(w, "truncating-division", node, message, help, "warning");
  }
  if (node.operator === "-") warnOfZones(w.r, node, left.type, right.type);
  return known(choice.returns, isNullable);
}

/** Between two literals nobody is surprised. */
function isWholeDivision({ left, right }: Binary): boolean {
  return left.kind === "number" && right.kind === "number";
}

function helpForOperands({ operator, left, right }: Binary, a: Type, b: Type): string | undefined {
  if (operator === "||") {
    const other = isText(a) ? right : isText(b) ? left : undefined;
    return other === undefined ? "cast both sides to `varchar`" : "cast the other side to `varchar`";
  }
  const isInstant = /^(date|time)/.test(a.base) || /^(date|time)/.test(b.base);
  if (isInstant && (isNumber(a) || isNumber(b))) return "add an interval: `interval '1' day`";
  const text = isText(a) ? left : isText(b) ? right : undefined;
  if (text === undefined) return undefined;
  if (text.kind === "string" && /^\d+(\.\d+)?$/.test(text.value))
    return `write the number without quotes: \`${text.value}\``;
  return "Trino never takes text for a number: cast it, `cast(… as bigint)`";
}

export function typeOfUnary(w: Walk, node: Unary, operand: Typed): Typed {
  const { type, isNullable } = operand;
  if (type === undefined) return operand;
  // `+` changes nothing, yet Trino takes it for no decimal.
  if (node.operator === "+" && isNumber(type) && type.base !== "decimal") return operand;
  const choice = node.operator === "-" ? choose(operatorNamed("$negate"), [type]) : "none";
  if (typeof choice !== "string") return known(choice.returns, isNullable);
  report(w, "wrong-operands", node, `\`${node.operator}\` does not take \`${type.text}\``);
  return known(undefined, isNullable);
}

/** What is compared, for the words of a message: `=`, `between`, `in`. */
export type ComparisonName = ComparisonOperator | "between" | "in" | "is distinct from" | "case";

const NEEDS_ORDER: ReadonlySet<ComparisonName> = new Set(["<", "<=", ">", ">=", "between"]);

/** Reports two values that cannot be compared, and warns of those whose comparison is hardly meant. */
export function checkComparison(
  w: Walk,
  node: Span,
  operator: ComparisonName,
  left: { readonly node: Expression; readonly typed: Typed },
  right: { readonly node: Expression; readonly typed: Typed },
): void {
  const a = left.typed.type;
  const b = right.typed.type;
  if (a === undefined || b === undefined || (a === b && !NOT_SURE.has(a.base))) return;
  const common = commonSuperType(a, b);
  if (common === undefined) {
    const message = `\`${a.text}\` and \`${b.text}\` cannot be compared`;
    report(w, "wrong-operands", node, message, helpForComparison(left.node, a, right.node, b));
    return;
  }
  if (NEEDS_ORDER.has(operator) ? !isOrderable(common) : !isComparable(common)) {
    report(w, "wrong-operands", node, `values of \`${common.text}\` have no \`${operator}\``);
    return;
  }
  warnOfZones(w.r, node, a, b);
  if (w.place?.name === "`on`") warnOfJoin(w, node, a, b);
}

/** Types of which some or all have no order. */
// biome-ignore format: a list, not code
const NOT_SURE: ReadonlySet<string> = new Set([
  "json", "map", "array", "row", "hyperloglog", "p4hyperloglog", "qdigest", "tdigest", "setdigest", "geometry",
  "sphericalgeography", "function", "bingtile", "color", "kdbtree",
]);

function helpForComparison(left: Expression, a: Type, right: Expression, b: Type): string {
  const [text, other, otherNode] = isText(a) ? [left, b, right] : [right, a, left];
  if (!isText(a) && !isText(b)) return "cast one side to the type of the other";
  if (text.kind === "string") {
    if (isNumber(other) && /^-?\d+(\.\d+)?$/.test(text.value))
      return `write the number without quotes: \`${text.value}\``;
    if (other.base === "date") return `write \`date '${text.value}'\``;
    if (other.base.startsWith("timestamp")) return `write \`timestamp '${text.value}'\``;
    if (other.base === "uuid") return `write \`uuid '${text.value}'\``;
  }
  if (otherNode.kind === "number") return `write the number as text: \`'${otherNode.text}'\``;
  return "Trino never takes text for another type: cast one side";
}

const INSTANTS: ReadonlySet<string> = new Set(["timestamp", "timestamp with time zone", "date"]);

/** A timestamp without zone is read in the zone of the session, which is another one elsewhere. */
export function warnOfZones(r: Pick<Resolver, "problems">, { start, end }: Span, a: Type, b: Type): void {
  if (!INSTANTS.has(a.base) || !INSTANTS.has(b.base)) return;
  if (a.base.endsWith("zone") === b.base.endsWith("zone")) return;
  const plain = a.base.endsWith("zone") ? b : a;
  const message = `\`${a.text}\` meets \`${b.text}\`: the one without zone is read in the zone of the session`;
  const help =
    plain.base === "date"
      ? "say whose day is meant: `cast(… at time zone 'Europe/Berlin' as date)`"
      : "say its zone: `with_timezone(…, 'UTC')`";
  r.problems.push({ slug: "mixed-time-zones", span: { start, end }, message, help, severity: "warning" });
}

/** Whole numbers join whole numbers; a join of a number with a `double` misses rows that look equal. */
function warnOfJoin(w: Walk, node: Span, a: Type, b: Type): void {
  if (!isNumber(a) || !isNumber(b)) return;
  const isExact = (type: Type): boolean => type.base !== "double" && type.base !== "real";
  if (isExact(a) === isExact(b)) return;
  const message = `this joins \`${a.text}\` with \`${b.text}\`, whose values are seldom exactly equal`;
  report(w, "mixed-join-types", node, message, "cast the inexact side to a decimal", "warning");
}
