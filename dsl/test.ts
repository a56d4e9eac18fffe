import type { Severity } from "./column.ts";
import type { ColumnRef, Relation } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { Sql } from "./sql.ts";

interface Options {
  /** `"warn"` reports, `"error"` also stops what reads the model. Default: `"error"`. */
  readonly severity?: Severity;
  readonly description?: string;
}

/** A test of a model's data, as data. `N` are the columns that it names. */
export type ModelTest<N extends string = string> = (
  | { readonly kind: "unique"; readonly columns: readonly N[] }
  | { readonly kind: "row"; readonly name: string; readonly expression: string | Sql }
  | { readonly kind: "query"; readonly name: string; readonly sql: Sql }
  | { readonly kind: "relationship"; readonly column: N; readonly to: ColumnRef }
  | { readonly kind: "row-count"; readonly min?: number; readonly max?: number }
) & { readonly severity: Severity; readonly description?: string; readonly site: Site };

function options(given: Options = {}, site: Site) {
  return {
    severity: given.severity ?? ("error" as const),
    ...(given.description === undefined ? {} : { description: given.description }),
    site,
  };
}

/** Tests of a model's data; dbt runs them after each build. Tests of one column stand on the column. */
export const test = Object.freeze({
  /** No two rows share these values. */
  unique: <const N extends string>(columns: readonly N[], given?: Options): ModelTest<N> =>
    Object.freeze({ kind: "unique", columns, ...options(given, callSite(test.unique)) }),
  /** A condition on each row, as a Trino expression over the model's columns. */
  row: (name: string, expression: string | Sql, given?: Options): ModelTest<never> =>
    Object.freeze({ kind: "row", name, expression, ...options(given, callSite(test.row)) }),
  /** A query that finds the wrong rows; none is right. */
  table: (name: string, query: Sql, given?: Options): ModelTest<never> =>
    Object.freeze({ kind: "query", name, sql: query, ...options(given, callSite(test.table)) }),
  /** Every value that is not null exists in a column of another relation. */
  relationship: <const N extends string>(column: N, to: ColumnRef, given?: Options): ModelTest<N> =>
    Object.freeze({ kind: "relationship", column, to, ...options(given, callSite(test.relationship)) }),
  /** The table has at least `min` and at most `max` rows. */
  rowCount: (limits: { readonly min?: number; readonly max?: number }, given?: Options): ModelTest<never> =>
    Object.freeze({ kind: "row-count", ...limits, ...options(given, callSite(test.rowCount)) }),
});

/** A value of a fixture row; text is cast to the column's type. */
export type FixtureValue = string | number | boolean | null;
export type FixtureRow<N extends string = string> = { readonly [K in N]?: FixtureValue };

/** Rows that a unit test puts in the place of one input. */
export interface Given {
  readonly relation: unknown;
  readonly rows: readonly FixtureRow[];
}

/** A unit test of a model: given these rows, its query yields those. */
export interface UnitTest<N extends string = string> {
  readonly kind: "unit-test";
  readonly name: string;
  readonly given: readonly Given[];
  readonly expect: readonly FixtureRow<N>[];
  readonly description?: string;
  readonly site: Site;
}

/** Rows of an input; columns left out are null. */
export function given<R extends string, C extends import("./column.ts").Columns>(
  input: Relation<R, C>,
  rows: readonly FixtureRow<keyof C & string>[],
): Given {
  return Object.freeze({ relation: input, rows });
}

/** `unitTest("refunds count once", { given: [given(orders, [..])], expect: [..] })` */
export function unitTest<const N extends string>(
  name: string,
  spec: {
    readonly given: readonly Given[];
    readonly expect: readonly FixtureRow<N>[];
    readonly description?: string;
  },
): UnitTest<N> {
  return Object.freeze({ kind: "unit-test", name, ...spec, site: callSite(unitTest) });
}
