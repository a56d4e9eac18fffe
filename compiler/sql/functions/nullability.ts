import type { Typed } from "../resolve/fields.ts";
import type { FunctionEntry } from "./table.ts";

/** What a call's nullability depends on. */
export interface CallFacts {
  /** Whether one of the arguments can be null; undefined when that is not known. */
  readonly arguments: boolean | undefined;
  readonly values: readonly Typed[];
  readonly isWindow: boolean;
  readonly isFiltered: boolean;
  /** Undefined when it is not known whether an aggregate may see no row at all. */
  readonly isGrouped: boolean | undefined;
}

/** Functions that give null for some values that are not. Source: the documentation of Trino 476. */
const NULL_FOR_VALUES: ReadonlySet<string> = new Set(
  // biome-ignore format: a list, not code
  [
    "array_max", "array_min", "element_at", "json_array_get", "json_extract", "json_extract_scalar", "json_size",
    "json_array_length", "json_array_contains", "regexp_extract", "split_part", "url_extract_fragment",
    "url_extract_host", "url_extract_parameter", "url_extract_path", "url_extract_port", "url_extract_protocol",
    "url_extract_query", "word_stem", "reduce", "value_at_quantile", "cosine_similarity", "any_match", "all_match",
    "none_match", "contains", "arrays_overlap",
  ],
);
/** Functions that never give null. */
const NEVER_NULL: ReadonlySet<string> = new Set(
  // biome-ignore format: a list, not code
  [
    "count", "count_if", "approx_distinct", "row_number", "rank", "dense_rank", "ntile", "percent_rank", "cume_dist",
    "typeof",
  ],
);
/** Aggregates that take nulls as they are: they give null over no row only. */
const KEEPS_NULLS: ReadonlySet<string> = new Set([
  "array_agg",
  "checksum",
  "map_agg",
  "multimap_agg",
  "histogram",
]);
const WINDOW_VALUES: ReadonlySet<string> = new Set(["lag", "lead", "first_value", "last_value", "nth_value"]);

/** Whether a call can give null; undefined when that is not known. */
export function nullabilityOf({ name, kind }: FunctionEntry, facts: CallFacts): boolean | undefined {
  if (NEVER_NULL.has(name)) return false;
  if (WINDOW_VALUES.has(name)) return nullabilityOfNeighbour(name, facts);
  if (kind === "aggregate") return nullabilityOfAggregate(name, facts);
  if (NULL_FOR_VALUES.has(name)) return facts.arguments === true ? true : undefined;
  return facts.arguments;
}

/** A row before the first one is null, unless a third argument stands in for it. */
function nullabilityOfNeighbour(name: string, { arguments: any, values }: CallFacts): boolean | undefined {
  const hasDefault = values.length > 2;
  return (name === "lag" || name === "lead") && !hasDefault ? true : any === true ? true : undefined;
}

function nullabilityOfAggregate(name: string, facts: CallFacts): boolean | undefined {
  // A window function sees its own row at least, unless its frame leaves it out.
  if (facts.isWindow) return facts.arguments === true ? true : undefined;
  if (facts.isFiltered || facts.isGrouped === false) return true;
  if (facts.isGrouped === undefined) return undefined;
  if (KEEPS_NULLS.has(name)) return false;
  return STATISTICS.has(name) ? undefined : facts.arguments;
}

/** Aggregates that need more than one row. */
const STATISTICS: ReadonlySet<string> = new Set(
  // biome-ignore format: a list, not code
  [
    "corr", "covar_samp", "kurtosis", "regr_intercept", "regr_slope", "skewness", "stddev", "stddev_samp", "var_samp",
    "variance",
  ],
);
