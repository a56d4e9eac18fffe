import { uuidV5 } from "../../text/uuid.ts";

/** A text as a name of lower-case letters, digits and `_`; one that has none of them is named by its digest. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return slug === "" ? `x_${digest(text)}` : slug.slice(0, 60);
}

/** A name as readers see it: `created_at` is "Created at". */
export function humanised(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words === "" ? name : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The same name again becomes `name_2`, in the order of asking. */
export function uniqueNames(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  };
}

/** Six hexadecimal digits that follow from a text alone. */
export function digest(text: string): string {
  return uuidV5(text).slice(0, 6);
}
