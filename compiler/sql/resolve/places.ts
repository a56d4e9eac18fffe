import type { Place } from "./resolver.ts";

/** Conditions and lists in which rows are not aggregated yet. */
function place(name: string): Place {
  return { name, hasAggregates: false, hasWindows: false };
}

export const WHERE = place("`where`");
export const ON = place("`on`");
export const GROUP_BY = place("`group by`");
export const FROM = place("`from`");
export const VALUES = place("`values`");
export const HAVING: Place = { name: "`having`", hasAggregates: true, hasWindows: false };
export const ROW_PATTERN: Place = { name: "a row pattern", hasAggregates: true, hasWindows: false };
