// What the way from PostgreSQL to the current state loses. Slugs are part of the language (`allowLoss("infinity")`).

export const LOSSES = {
  infinity: "`infinity` and `-infinity` become null",
  "far-year": "values after the year 9999 become null",
  nan: "`NaN` becomes null",
  overflow: "a number with more digits before the point than the target type has becomes null",
  rounding: "digits beyond those of the target type are rounded",
  midnight: "`24:00` becomes `00:00`",
  zone: "the time is shifted to UTC and its own offset is lost",
  padding: "values are padded with blanks, which count in comparisons",
  case: "comparisons are case-sensitive",
  "money-fraction": "decimals beyond the second are lost where `lc_monetary` of the server has more",
  "bit-length": "bits come in whole bytes, so the exact number of bits is lost",
  dimensions: "an array of several dimensions, which PostgreSQL allows in any array column, arrives damaged",
} as const;

export type LossSlug = keyof typeof LOSSES;

export interface Loss {
  readonly slug: LossSlug;
  /** One sentence without a full stop. */
  readonly text: string;
}
