import { suggest } from "../../text/suggest.ts";
import { few } from "./words.ts";

/** The help for a name that does not exist: what was most likely meant, else what there is. */
export function nearest(name: string, there: readonly string[], what: string): string | undefined {
  const meant = suggest(name, there);
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  return there.length === 0 ? undefined : `${what}: ${few(there)}`;
}
