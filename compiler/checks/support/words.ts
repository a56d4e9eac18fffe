/** `a`, `b` and `c`, each in backticks. */
export function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `\`${name}\``));
}

/** a, b and c. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1] ?? ""}`;
}

/** At most so many names, and how many more there are. */
export function few(names: readonly string[], limit = 8): string {
  if (names.length <= limit) return quoted(names);
  return `${names
    .slice(0, limit)
    .map((name) => `\`${name}\``)
    .join(", ")} and ${names.length - limit} more`;
}

/** Sorts texts by code unit, which is the same on every machine. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `3 h 2 min`, exact to the second. */
export function durationWords(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor((seconds % 86_400) / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return told.length === 0 ? "0 s" : told.join(" ");
}
