import type { TableFunction, TableFunctionArgument } from "../ast/relation.ts";
import { BIGINT } from "../types/type.ts";
import { type Field, labelled, type Rows, sameName, UNKNOWN_ROWS, unlabelled } from "./fields.ts";
import { FROM } from "./places.ts";
import { renameFields } from "./rename.ts";
import { type Context, inside, type Resolver } from "./resolver.ts";

/**
 * What a table function gives is its own affair, but for those that Trino brings along; the inputs of all are
 * checked. Source: Trino's documentation, "Table functions".
 */
export function functionRows(r: Resolver, node: TableFunction, context: Context): Rows {
  let input: Rows | undefined;
  for (const { value } of node.arguments) {
    if (value.kind === "table-argument") input = argumentRows(r, value, context);
    else if (value.kind !== "descriptor") r.rules.expression(r, value, context, FROM);
  }
  const name = node.name.parts[node.name.parts.length - 1]?.name.toLowerCase();
  if (name === "sequence") return { fields: [SEQUENTIAL_NUMBER], isComplete: true };
  if (name === "exclude_columns" && input !== undefined) return withoutColumns(node, input);
  return UNKNOWN_ROWS;
}

const SEQUENTIAL_NUMBER: Field = {
  name: "sequential_number",
  label: undefined,
  origins: [],
  type: BIGINT,
  isNullable: false,
};

function argumentRows(
  r: Resolver,
  value: Extract<TableFunctionArgument["value"], { kind: "table-argument" }>,
  context: Context,
): Rows {
  const { relation, alias, columns, partitionBy = [], orderBy } = value;
  const rows = r.rules.input(r, relation, context);
  const named = columns.length === 0 ? rows : renameFields(r, rows, columns);
  const name =
    alias?.name ?? (relation.kind === "query-relation" ? undefined : relation.name.parts.at(-1)?.name);
  const source = name === undefined ? unlabelled(named) : labelled(named, [name], true);
  for (const expression of partitionBy) r.rules.expression(r, expression, inside(context, source), FROM);
  for (const { expression } of orderBy) r.rules.expression(r, expression, inside(context, source), FROM);
  return named;
}

function withoutColumns(node: TableFunction, { fields, isComplete }: Rows): Rows {
  const left = node.arguments.flatMap(({ value }) => (value.kind === "descriptor" ? value.fields : []));
  const isLeft = (field: Field): boolean => left.some(({ name }) => sameName(field.name, name.name));
  return { fields: fields.filter((field) => !isLeft(field)), isComplete };
}
