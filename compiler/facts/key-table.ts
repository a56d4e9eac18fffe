// Facts about keys are written as text, one key a line, since that is what one compares with the systems' own lists.

/** The name of a type (`boolean`, `int`, `list`, ..) or the values that are possible. */
export type KeyType = string | readonly string[];

/** Reads lines of `name type` or `name value|value`. */
export function keyTable(text: string): ReadonlyMap<string, KeyType> {
  return new Map(
    text
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", type = ""] = line.split(" ");
        return [name, type.includes("|") ? type.split("|") : type];
      }),
  );
}

/** Reads names that are parted by white space. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
