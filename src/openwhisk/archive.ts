import { strToU8, zipSync } from "fflate";

/** The beginning of the calendar of a zip, so that the same files give the same archive. */
const MODIFIED = new Date(1980, 0, 1);

/** A folder as an action's code: a zip in base64. */
export function archive(files: ReadonlyMap<string, string>): string {
  const entries = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => [path, strToU8(text)]);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 9, mtime: MODIFIED })).toString("base64");
}
