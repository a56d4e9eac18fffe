import type { MatchRecognize } from "../ast/relation.ts";
import { resolveCondition } from "./condition.ts";
import type { Field, Label, Rows, Source } from "./fields.ts";
import { FROM, ROW_PATTERN } from "./places.ts";
import { type Context, inside, type Resolver } from "./resolver.ts";

/** What `MATCH_RECOGNIZE` gives: the columns of its partitions and its measures, or these and all others. */
export function matchRows(r: Resolver, node: MatchRecognize, input: Source, context: Context): Rows {
  const outside = inside(context, input);
  const partition = node.partitionBy.map((expression): Field => fieldOf(r, expression, outside, input));
  const order = node.orderBy.map(({ expression }): Field => fieldOf(r, expression, outside, input));
  const within = inside(context, patternSource(node, input));
  for (const { condition } of node.definitions) resolveCondition(r, condition, within, ROW_PATTERN);
  const measures = node.measures.map(({ expression, name }): Field => {
    const { type, origins } = r.rules.expression(r, expression, within, ROW_PATTERN);
    return { name: name.name, label: undefined, origins, type, isNullable: undefined };
  });
  if (node.rows === undefined || node.rows === "one")
    return { fields: [...partition, ...measures], isComplete: true };
  const named = [...partition, ...order];
  const rest = input.fields.filter((field) => !named.some(({ name }) => name === field.name));
  return { fields: [...named, ...measures, ...rest], isComplete: input.isComplete };
}

function fieldOf(
  r: Resolver,
  expression: MatchRecognize["partitionBy"][number],
  context: Context,
  { fields }: Source,
): Field {
  const { type, origins, isNullable } = r.rules.expression(r, expression, context, FROM);
  const name = expression.kind === "column" ? expression.parts[expression.parts.length - 1]?.name : undefined;
  const original = fields.find((field) => field.name === name);
  return original ?? { name, label: undefined, origins, type, isNullable };
}

/** Columns go by their own names, and by those of the variables that rows are matched to. */
function patternSource(node: MatchRecognize, { fields, isComplete }: Source): Source {
  const names = new Set<string>();
  for (const { name } of [...node.definitions, ...node.subsets]) names.add(name.name);
  addVariables(node.pattern, names);
  const labels = [...names].map((name): Label => ({ parts: [name], isAlias: true, isComplete }));
  const hidden = labels.flatMap((label) => fields.map((field): Field => ({ ...field, label })));
  return { fields: fields.map((field) => ({ ...field, label: undefined })), hidden, labels, isComplete };
}

function addVariables(pattern: MatchRecognize["pattern"], names: Set<string>): void {
  switch (pattern.kind) {
    case "pattern-variable":
      names.add(pattern.name.name);
      return;
    case "pattern-sequence":
    case "pattern-alternatives":
    case "pattern-permutation":
      for (const item of pattern.items) addVariables(item, names);
      return;
    case "pattern-exclusion":
    case "pattern-quantified":
      addVariables(pattern.pattern, names);
      return;
    default:
  }
}
