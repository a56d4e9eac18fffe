import type { Decision } from "./decide.ts";
import type { FileSystem } from "./file-system.ts";
import { journalPath, TEMPORARY, writeJournal } from "./journal.ts";

/**
 * Does what was decided. The journal comes first and goes last; each file is replaced in one step; the manifest comes
 * after the files that it lists. So after a stop at any point the next run knows what is its own, and ends the work.
 * It must not clean up when a step fails: the next run does.
 */
export function apply(decision: Decision, fs: FileSystem): void {
  const folder = `${decision.root}/${decision.out}`;
  if (decision.writes.length > 0 || decision.removals.length > 0 || decision.leftovers.length > 0) {
    writeJournal(decision.root, decision, fs);
    for (const path of decision.leftovers) fs.remove(`${folder}/${path}`);
    const made = new Set<string>();
    const last = decision.writes.at(-1);
    for (const write of decision.writes) if (write !== last) replace(folder, write, made, fs);
    for (const path of decision.removals) fs.remove(`${folder}/${path}`);
    removeEmptyFolders(folder, decision.vanished, fs);
    if (last !== undefined) replace(folder, last, made, fs);
  }
  if (decision.hasJournal || decision.writes.length > 0 || decision.removals.length > 0)
    fs.remove(journalPath(decision.root));
}

function replace(
  folder: string,
  { path, text }: { readonly path: string; readonly text: string },
  made: Set<string>,
  fs: FileSystem,
): void {
  const target = `${folder}/${path}`;
  const parent = target.slice(0, target.lastIndexOf("/"));
  if (!made.has(parent)) {
    fs.makeFolder(parent);
    made.add(parent);
  }
  fs.write(`${target}${TEMPORARY}`, text);
  fs.rename(`${target}${TEMPORARY}`, target);
}

/** Folders that held removed files, and the folders around them, as far as they are empty now. */
function removeEmptyFolders(folder: string, paths: readonly string[], fs: FileSystem): void {
  const parents = new Set<string>();
  for (const path of paths)
    for (let cut = path.lastIndexOf("/"); cut > 0; cut = path.lastIndexOf("/", cut - 1))
      parents.add(path.slice(0, cut));
  const deepestFirst = [...parents].sort(
    (a, b) => b.split("/").length - a.split("/").length || (a < b ? -1 : 1),
  );
  for (const parent of deepestFirst) {
    const path = `${folder}/${parent}`;
    if (fs.standing(path) === "folder" && fs.names(path).length === 0) fs.removeFolder(path);
  }
}
