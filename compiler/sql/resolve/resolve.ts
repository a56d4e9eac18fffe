import type { Query } from "../ast/query.ts";
import type { SqlProblem } from "../problems.ts";
import type { Span } from "../tokens.ts";
import { resolveExpression } from "./expression.ts";
import { type Field, mergeOrigins, type Origin } from "./fields.ts";
import { resolveQuery } from "./query.ts";
import { resolveInput } from "./relation.ts";
import type { Catalog, Resolver, Value } from "./resolver.ts";
import { type SelectField, useOf } from "./select.ts";

/** A column of a query's result. */
export interface OutputColumn {
  /** Absent for an expression without alias. */
  readonly name: string | undefined;
  /** Its place in the select list, the star for one that came out of it; absent behind a set operation. */
  readonly span: Span | undefined;
  /** The table columns that its values come from. */
  readonly origins: readonly Origin[];
  /** The strongest of what happens to them; `constant` when no column and no row takes part. */
  readonly use: Value["use"];
  /** As Trino 476 prints it; undefined when it is not known. */
  readonly type: string | undefined;
  /** Whether it can be null; undefined when that is not known. */
  readonly isNullable: boolean | undefined;
}

export interface ResolvedQuery {
  readonly columns: readonly OutputColumn[];
  /** False when a `*` over a table that the catalog does not know, or a table function, hides columns. */
  readonly isComplete: boolean;
  /** Every known table column that the query names anywhere, once; in the order in which Trino looks at them, `where` before the select list. */
  readonly reads: readonly Origin[];
  readonly problems: readonly SqlProblem[];
}

/**
 * Resolves every name of a query against the columns of its tables, and types every expression as Trino 476 does. What it cannot know it does not accuse: a
 * table without known columns may have any column.
 */
export function resolve(query: Query, catalog: Catalog): ResolvedQuery {
  const rules = { query: resolveQuery, input: resolveInput, expression: resolveExpression };
  const r: Resolver = {
    catalog,
    problems: [],
    reads: [],
    rules,
    references: new Map(),
    functions: new Map(),
  };
  const rows = resolveQuery(r, query, { scope: undefined, common: undefined });
  return {
    columns: rows.fields.map(outputColumn),
    isComplete: rows.isComplete,
    reads: mergeOrigins([...new Set(r.reads)]),
    problems: r.problems.sort((a, b) => a.span.start - b.span.start),
  };
}

function outputColumn(field: Field | SelectField): OutputColumn {
  const { name, origins, isNullable } = field;
  const type = field.type?.text;
  if (!("use" in field)) return { name, span: undefined, origins, use: useOf(origins), type, isNullable };
  return { name, span: { start: field.start, end: field.end }, origins, use: field.use, type, isNullable };
}
