/*
 * What SHOW FUNCTIONS does not say of a function: repeated last arguments, conditions on types, and how the numbers
 * of a result follow from those of the arguments. Source: the signatures in Trino 476's own code; checked against the
 * recorded answers in test/compiler/sql/.
 */

/** Overloads whose last argument may stand any number of times. */
export const REPEATED: ReadonlySet<string> = new Set([
  "concat(array(E))",
  "concat(varbinary)",
  "concat(varchar)",
  "concat_ws(varchar,varchar)",
  "greatest(E)",
  "least(E)",
  "map_concat(map(K,V))",
]);

/** Variables for types that need `<`: the name of a function, then its variables. */
export const ORDERABLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    array_max: "t",
    array_min: "t",
    greatest: "e",
    least: "e",
    max: "t e",
    max_by: "k",
    min: "t e",
    min_by: "k",
  }),
);

/** Variables for types that need `=`. */
export const COMPARABLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    approx_distinct: "t",
    array_distinct: "e",
    array_except: "e",
    array_histogram: "t",
    array_intersect: "e",
    array_position: "t",
    array_remove: "e",
    array_union: "e",
    arrays_overlap: "e",
    checksum: "t",
    contains: "t",
    contains_sequence: "t",
    histogram: "t",
    make_set_digest: "t",
    map: "k",
    map_agg: "k",
    map_concat: "k",
    multimap_agg: "k",
  }),
);

/** Type variables of one overload that need `<`, where the other overloads do not. */
export const ORDERABLE_OVERLOADS: ReadonlyMap<string, string> = new Map([["array_sort(array(e))", "e"]]);

type Calculation = (numbers: Readonly<Record<string, number>>) => number;

const MAX_LENGTH = 2147483647;
const WHOLE: Calculation = ({ p = 0, s = 0 }) => Math.min(38, p - s + Math.min(s, 1));
const SUM: Readonly<Record<string, Calculation>> = {
  r_precision: ({ a_precision = 0, a_scale = 0, b_precision = 0, b_scale = 0 }) =>
    Math.min(38, Math.max(a_precision - a_scale, b_precision - b_scale) + Math.max(a_scale, b_scale) + 1),
  r_scale: ({ a_scale = 0, b_scale = 0 }) => Math.max(a_scale, b_scale),
};
const REMAINDER: Readonly<Record<string, Calculation>> = {
  r_precision: ({ a_precision = 0, a_scale = 0, b_precision = 0, b_scale = 0 }) =>
    Math.min(b_precision - b_scale, a_precision - a_scale) + Math.max(a_scale, b_scale),
  r_scale: ({ a_scale = 0, b_scale = 0 }) => Math.max(a_scale, b_scale),
};
const AT_LEAST_MILLISECONDS: Readonly<Record<string, Calculation>> = { u: ({ p = 0 }) => Math.max(3, p) };

/** How the numbers of a result are reckoned, by function and variable. */
export const CALCULATIONS: ReadonlyMap<string, Readonly<Record<string, Calculation>>> = new Map(
  Object.entries<Readonly<Record<string, Calculation>>>({
    $add: { ...SUM, ...AT_LEAST_MILLISECONDS },
    $subtract: { ...SUM, ...AT_LEAST_MILLISECONDS },
    $multiply: {
      r_precision: ({ a_precision = 0, b_precision = 0 }) => Math.min(38, a_precision + b_precision),
      r_scale: ({ a_scale = 0, b_scale = 0 }) => a_scale + b_scale,
    },
    $divide: {
      r_precision: ({ a_precision = 0, a_scale = 0, b_scale = 0 }) =>
        Math.min(38, a_precision + b_scale + Math.max(b_scale - a_scale, 0)),
      r_scale: ({ a_scale = 0, b_scale = 0 }) => Math.max(a_scale, b_scale),
    },
    $modulus: REMAINDER,
    mod: REMAINDER,
    ceil: { rp: WHOLE },
    ceiling: { rp: WHOLE },
    floor: { rp: WHOLE },
    truncate: { rp: ({ p = 0, s = 0 }) => Math.max(p - s, 1) },
    concat: { u: ({ x = 0, y = 0 }) => x + y },
    replace: { u: ({ x = 0, z = 0 }) => Math.min(MAX_LENGTH, x + z * (x + 1)) },
    regexp_replace: {
      z: ({ x = 0, y = 0 }) => Math.min(MAX_LENGTH, x + Math.max(Math.floor((x * y) / 2), y) * (x + 1)),
    },
    render: { y: ({ x = 0 }) => Math.min(MAX_LENGTH, x + 15) },
    url_encode: { y: ({ x = 0 }) => Math.min(MAX_LENGTH, x * 12) },
  }),
);

/** The same for one overload, where the others reckon otherwise. */
export const OVERLOAD_CALCULATIONS: ReadonlyMap<string, Readonly<Record<string, Calculation>>> = new Map(
  Object.entries<Readonly<Record<string, Calculation>>>({
    "round(decimal(p,s))": { rp: WHOLE, rs: () => 0 },
    "round(decimal(p,s),integer)": { rp: ({ p = 0 }) => Math.min(38, p + 1) },
    "to_iso8601(timestamp(p))": { n: ({ p = 0 }) => 22 + p + Math.min(p, 1) },
    "to_iso8601(timestamp(p) with time zone)": { n: ({ p = 0 }) => 28 + p + Math.min(p, 1) },
  }),
);

export type { Calculation };
