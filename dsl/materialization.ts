import type { Columns, NamesOfKind } from "./column.ts";
import { erased } from "./erase.ts";

/** `"30 days"`: how far back a mart is computed again on every run. */
export type Recompute = `${number} ${"days" | "months"}`;

/** Computed again by period: the periods of the window are replaced in one atomic statement. */
export interface IncrementalByPeriod<P extends string = string> {
  readonly kind: "incremental-by-period";
  /** The column that holds the period; a date. */
  readonly period: P;
  /** Zone in which the period's days begin. Default: `"UTC"`. */
  readonly zone: string;
  /** The window that every run computes again; older periods are kept. */
  readonly recompute: Recompute;
}

/** Rows of the query are merged by key; rows that the query no longer yields stay. */
export interface IncrementalByKey<K extends string = string> {
  readonly kind: "incremental-by-key";
  /** The merge key; it must be unique in the query's result. */
  readonly key: readonly K[];
  /** A column that only grows: rows at or below the highest stored value less `overlap` are not read again. */
  readonly watermark?: K;
  /** How far below the highest stored watermark rows are read again. Default: `"3 days"`. */
  readonly overlap?: Recompute;
}

/** How a model is stored. */
export type Materialization<C extends Columns = Columns> =
  | "view"
  | "table"
  | IncrementalByPeriod<NamesOfKind<C, "date">>
  | IncrementalByKey<keyof C & string>;

interface ByPeriod {
  readonly period: string;
  readonly recompute: Recompute;
  readonly zone?: string;
}
interface ByKey {
  readonly key: readonly string[];
  readonly watermark?: string;
  readonly overlap?: Recompute;
}
type Made<O> = O extends { readonly period: infer P extends string }
  ? IncrementalByPeriod<P>
  : O extends { readonly key: readonly (infer K extends string)[] }
    ? IncrementalByKey<K>
    : never;
/** Refuses options that neither form has, which a type parameter alone would let pass. */
type Only<O> = { readonly [X in Exclude<keyof O, keyof ByPeriod | keyof ByKey>]: never };

/**
 * Computes only what changed: `incremental({ period: "day", recompute: "30 days" })` replaces the recent periods,
 * `incremental({ key: ["order_id"] })` merges the rows of the query by key.
 */
export function incremental<const O extends ByPeriod | ByKey>(options: O & Only<O>): Made<O> {
  return erased(
    Object.freeze(
      "key" in options
        ? { ...options, kind: "incremental-by-key" }
        : { zone: "UTC", ...options, kind: "incremental-by-period" },
    ),
  );
}
