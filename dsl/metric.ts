import type { ValueKind } from "./column.ts";
import type { ColumnRef } from "./relation.ts";
import type { Sql } from "./sql.ts";
import type { DECLARATION } from "./symbols.ts";

/**
 * How a number is shown, in d3's format language, for example `",.2f"`; or `"percent"` (of 1), `"bytes"`, `"duration"` (of
 * milliseconds).
 */
export type NumberFormat = string;

/** A number over many rows of one relation. */
export interface Metric<R extends string = string> {
  readonly kind: "metric";
  readonly of: MetricBody;
  /** Name shown beside it. Default: made from function and column. */
  readonly label?: string;
  readonly format?: NumberFormat;
  /** Code of a currency, for example `"EUR"`; shown behind the number. */
  readonly currency?: string;
  /** Only for the type system: the relation that it is computed over. */
  readonly over?: R;
}

export type MetricBody =
  | { readonly function: "sum" | "avg" | "min" | "max" | "countDistinct"; readonly column: ColumnRef }
  | { readonly function: "percentile"; readonly column: ColumnRef; readonly fraction: number }
  | { readonly function: "count"; readonly relation: unknown }
  | { readonly function: "ratio"; readonly top: Metric; readonly bottom: Metric }
  | { readonly function: "sql"; readonly relation: unknown; readonly expression: Sql };

interface Look {
  readonly label?: string;
  readonly format?: NumberFormat;
  readonly currency?: string;
}

function made<R extends string>(of: MetricBody, look: Look = {}): Metric<R> {
  return Object.freeze({ kind: "metric", of: Object.freeze(of), ...look });
}

type NumberColumn<R extends string> = ColumnRef<R, string, "number">;
type OrderedColumn<R extends string> = ColumnRef<R, string, "number" | "date" | "instant" | "text">;

/** Metrics of charts. Each names the columns of one relation; a sum over text is red in the editor. */
export const metric = Object.freeze({
  sum: <R extends string>(column: NumberColumn<R>, look?: Look): Metric<R> =>
    made({ function: "sum", column }, look),
  avg: <R extends string>(column: NumberColumn<R>, look?: Look): Metric<R> =>
    made({ function: "avg", column }, look),
  min: <R extends string>(column: OrderedColumn<R>, look?: Look): Metric<R> =>
    made({ function: "min", column }, look),
  max: <R extends string>(column: OrderedColumn<R>, look?: Look): Metric<R> =>
    made({ function: "max", column }, look),
  /** Different values. */
  countDistinct: <R extends string>(column: ColumnRef<R, string, ValueKind>, look?: Look): Metric<R> =>
    made({ function: "countDistinct", column }, look),
  /** `percentile(latency, 0.95)`, approximate. */
  percentile: <R extends string>(column: NumberColumn<R>, fraction: number, look?: Look): Metric<R> =>
    made({ function: "percentile", column, fraction }, look),
  /** Rows. */
  count: <R extends string>(relation: RelationOf<R>, look?: Look): Metric<R> =>
    made({ function: "count", relation }, look),
  /** One metric by another; null where the lower is zero. */
  ratio: <R extends string>(top: Metric<R>, bottom: Metric<NoInfer<R>>, look?: Look): Metric<R> =>
    made({ function: "ratio", top, bottom }, look),
  /** A metric of the user's own, as a Trino aggregate over the relation's columns. */
  sql: <R extends string>(relation: RelationOf<R>, expression: Sql, look?: Look): Metric<R> =>
    made({ function: "sql", relation, expression }, look),
});

/** A relation by its name alone, whatever its columns. */
export interface RelationOf<R extends string> {
  readonly [DECLARATION]: { readonly name?: R; readonly columns: object };
}
