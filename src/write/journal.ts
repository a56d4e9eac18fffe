import type { FileSystem } from "./file-system.ts";
import { isSafe } from "./manifest.ts";

/**
 * What a run was about to do, written before it does anything. A run that finds the journal of one that was killed
 * knows which files on disk are its own: those with a digest that the journal names.
 */
export interface Journal {
  /** The output folder, from the root. */
  readonly out: string;
  /** Digests that the run, or one killed before it, was about to write, by path. */
  readonly digests: ReadonlyMap<string, ReadonlySet<string>>;
}

export const STATE_FOLDER = ".odp";
/** Ending of files that are written beside their target and then renamed. */
export const TEMPORARY = ".odp-new";

export function journalPath(root: string): string {
  return `${root}/${STATE_FOLDER}/journal.json`;
}

export function readJournal(root: string, fs: FileSystem): Journal | undefined {
  const text = fs.read(journalPath(root));
  if (text === undefined) return undefined;
  const digests = new Map<string, Set<string>>();
  let out = "";
  try {
    const parsed: unknown = JSON.parse(text);
    if (
      typeof parsed !== "object" ||
      parsed === null ||
      !("digests" in parsed) ||
      !Array.isArray(parsed.digests)
    )
      return undefined;
    if ("out" in parsed && typeof parsed.out === "string") out = parsed.out;
    for (const [path, ...values] of parsed.digests)
      if (typeof path === "string" && isSafe(path)) digests.set(path, new Set(values.map(String)));
  } catch {
    return undefined;
  }
  return { out, digests };
}

export function writeJournal(root: string, journal: Journal, fs: FileSystem): void {
  const digests = [...journal.digests].map(([path, values]) => [path, ...values]);
  makeStateFolder(root, fs);
  fs.write(`${journalPath(root)}${TEMPORARY}`, `${JSON.stringify({ out: journal.out, digests })}\n`);
  fs.rename(`${journalPath(root)}${TEMPORARY}`, journalPath(root));
}

/** The folder of what no repository holds. */
export function makeStateFolder(root: string, fs: FileSystem): void {
  const folder = `${root}/${STATE_FOLDER}`;
  if (fs.standing(folder) === "folder") return;
  fs.makeFolder(folder);
  fs.write(`${folder}/.gitignore`, "*\n");
}
