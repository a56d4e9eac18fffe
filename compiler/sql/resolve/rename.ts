import type { Identifier } from "../ast/node.ts";
import { countOf } from "../problems.ts";
import { type Field, mergeOrigins, type Rows } from "./fields.ts";
import type { Resolver } from "./resolver.ts";

/** The rows with the names of a column list; the number of names must fit. */
export function renameFields(r: Resolver, rows: Rows, columns: readonly Identifier[]): Rows {
  const names = columns.map((column) => column.name);
  const last = columns[columns.length - 1];
  if (rows.isComplete && rows.fields.length !== names.length && last !== undefined) {
    const message = `${countOf(names.length, "name")} for ${countOf(rows.fields.length, "column")}`;
    r.problems.push({
      slug: "column-count",
      span: { start: columns[0]?.start ?? 0, end: last.end },
      message,
    });
  }
  // Without knowing all columns, a name may stand for any of them.
  const any = rows.isComplete ? [] : mergeOrigins(rows.fields.flatMap((field) => field.origins));
  const fields = names.map((name, index): Field => {
    const field = rows.isComplete ? rows.fields[index] : undefined;
    const origins = rows.isComplete ? (field?.origins ?? []) : any;
    return { name, label: undefined, origins, type: field?.type, isNullable: field?.isNullable };
  });
  return { fields, isComplete: true };
}
