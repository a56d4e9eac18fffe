// Three sides of each thing that a deployment makes: as it was deployed last, as it is now, as it is wanted.

/** Facets of a thing, by name: partitions, a setting, a column. */
export type Facets = ReadonlyMap<string, string>;

/** One facet that is not as wanted. A side where it does not exist is undefined. */
export interface Difference {
  readonly facet: string;
  readonly deployed: string | undefined;
  readonly now: string | undefined;
  readonly wanted: string | undefined;
  /** Somebody changed it after the last deployment, or had it otherwise before the first one. */
  readonly byHand: boolean;
}

/**
 * What is not as wanted. `deployed` is undefined before the first deployment, `now` where the thing does not exist.
 */
export function differences(
  deployed: Facets | undefined,
  now: Facets | undefined,
  wanted: Facets,
): readonly Difference[] {
  const names = [...new Set([...wanted.keys(), ...(now?.keys() ?? [])])].sort();
  return names.flatMap((facet) => {
    const sides = { deployed: deployed?.get(facet), now: now?.get(facet), wanted: wanted.get(facet) };
    if (sides.now === sides.wanted) return [];
    // What is missing as a whole was never there, or was taken away: making it again overwrites nothing.
    const byHand =
      now !== undefined && (deployed === undefined ? sides.now !== undefined : sides.now !== sides.deployed);
    return [{ facet, ...sides, byHand }];
  });
}

/** Entries of a comma-separated list of regular expressions; commas inside brackets do not part them. */
export function listEntries(text: string | undefined): readonly string[] {
  const entries: string[] = [];
  let entry = "";
  let depth = 0;
  for (const character of text ?? "") {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "," && depth === 0) {
      entries.push(entry);
      entry = "";
    } else entry += character;
  }
  return entry === "" ? entries : [...entries, entry];
}

/** Entries of a list that a change takes away or adds. */
export function listChange(difference: Difference): {
  readonly gone: readonly string[];
  readonly added: readonly string[];
} {
  const now = listEntries(difference.now);
  const wanted = listEntries(difference.wanted);
  return {
    gone: now.filter((one) => !wanted.includes(one)),
    added: wanted.filter((one) => !now.includes(one)),
  };
}
