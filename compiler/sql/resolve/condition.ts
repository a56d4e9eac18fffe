import type { Column, Expression } from "../ast/expression.ts";
import { BOOLEAN } from "../types/type.ts";
import type { Field, Source } from "./fields.ts";
import type { Context, Place, Resolver } from "./resolver.ts";

/** Resolves a condition, which must be boolean. */
export function resolveCondition(
  r: Resolver,
  condition: Expression,
  context: Context,
  place: Place,
): Expression {
  const { type } = r.rules.expression(r, condition, context, place);
  if (type !== undefined && type !== BOOLEAN && type.base !== "unknown") {
    const span = { start: condition.start, end: condition.end };
    const message = `a condition is \`boolean\`, this is \`${type.text}\``;
    r.problems.push({ slug: "wrong-type", span, message });
  }
  return condition;
}

/** The rows for which a condition held: columns for which it would not have with a null are not null. */
export function withoutNulls(r: Resolver, source: Source, condition: Expression): Source {
  const fields = new Set<Field>();
  for (const term of termsOf(condition)) {
    for (const column of columnsIn(term)) {
      const reference = r.references.get(column);
      if (reference !== undefined && reference.inside.length === 0) fields.add(reference.field);
    }
  }
  if (fields.size === 0) return source;
  const narrowed = (field: Field): Field =>
    field.isNullable !== false && fields.has(field) ? { ...field, isNullable: false } : field;
  return { ...source, fields: source.fields.map(narrowed), hidden: source.hidden.map(narrowed) };
}

function termsOf(condition: Expression): readonly Expression[] {
  if (condition.kind !== "logical" || condition.operator !== "and") return [condition];
  return condition.terms.flatMap(termsOf);
}

/** Columns that, being null, would make the term null or false. */
function columnsIn(term: Expression): readonly Column[] {
  switch (term.kind) {
    case "comparison":
      return [...plainColumn(term.left), ...plainColumn(term.right)];
    case "between":
    case "in-list":
    case "in-query":
    case "like":
      return plainColumn(term.operand);
    case "is-null":
      return term.isNegated ? plainColumn(term.operand) : [];
    default:
      return [];
  }
}

function plainColumn(node: Expression): readonly Column[] {
  if (node.kind === "column") return [node];
  // A cast of a null, and arithmetic with one, is null.
  if (node.kind === "cast") return plainColumn(node.operand);
  return node.kind === "binary" ? [...plainColumn(node.left), ...plainColumn(node.right)] : [];
}
