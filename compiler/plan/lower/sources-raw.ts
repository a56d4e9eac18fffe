import type { Raw } from "../../../dsl/values.ts";

export type Entries = readonly (readonly [string, string])[];

/** Settings with the user's raw ones laid over them: a known key keeps its place, a new one comes last, sorted. */
export function withRaw(entries: Entries, raw: Raw): Entries {
  const texts = new Map(Object.entries(raw).map(([key, value]) => [key, rawText(value)]));
  const known = new Set(entries.map(([key]) => key));
  const replaced = entries.map(([key, value]): readonly [string, string] => [key, texts.get(key) ?? value]);
  const added = [...texts].filter(([key]) => !known.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...replaced, ...added];
}

function rawText(value: Raw[string]): string {
  return String(typeof value === "object" ? value.value : value);
}
