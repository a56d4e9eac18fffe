import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import type { LocatedDiagnostic } from "../compiler/diagnostics/located.ts";
import { type Disk, listFolder } from "./disk.ts";
import { digestOf } from "./write/digest.ts";
import { fileSystem } from "./write/file-system.ts";
import { journalPath, makeStateFolder, STATE_FOLDER } from "./write/journal.ts";

/** What a successful run saw and wrote, so that the next one can tell that nothing changed. Never needed: only faster. */
export interface State {
  /** Version of odp and the options that decide the output. */
  readonly key: string;
  readonly files: readonly Stamp[];
  readonly folders: readonly Stamp[];
  readonly result: StoredResult;
}

/** What is told again when nothing changed. */
export interface StoredResult {
  readonly warnings: readonly LocatedDiagnostic[];
  readonly files: number;
  readonly tables: number;
  readonly models: number;
  readonly tasks: number;
}

/** Path, size, time of change in milliseconds, digest of the content. */
type Stamp = readonly [path: string, size: number, changed: number, digest: string];

/** Clocks of file systems are coarse: what changed this shortly before the state was written may have changed since. */
const RACY_MILLISECONDS = 2000;

function statePath(root: string): string {
  return `${root}/${STATE_FOLDER}/state.json`;
}

/** The result of the last run, where everything that it read and wrote is as it was. */
export function unchangedResult(root: string, key: string): StoredResult | undefined {
  const written = statSync(statePath(root), { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined || statSync(journalPath(root), { throwIfNoEntry: false }) !== undefined)
    return undefined;
  const state = readState(root);
  if (state?.key !== key) return undefined;
  let isStale = false;
  const isSame = (stamps: readonly Stamp[], digest: (path: string) => string | undefined): boolean =>
    stamps.every(([path, size, changed, expected]) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found === undefined) return false;
      const isEarly = changed < written - RACY_MILLISECONDS;
      if (found.size === size && found.mtimeMs === changed && isEarly) return true;
      isStale = true;
      return digest(path) === expected;
    });
  if (!isSame(state.files, fileDigest) || !isSame(state.folders, folderDigest)) return undefined;
  // Once the files are old enough, stamps alone will tell.
  if (isStale) writeState(root, { ...state, files: renewed(state.files), folders: renewed(state.folders) });
  return state.result;
}

/** What a run read and wrote. */
export interface Touched {
  readonly inputs: Disk;
  /** Digests of the output's files, by their path below the folder. */
  readonly outputs: { readonly folder: string; readonly contents: ReadonlyMap<string, string> };
  /** Further files, read again for their digest. */
  readonly others: readonly string[];
}

/** Remembers a run that ended well. */
export function saveState(root: string, key: string, touched: Touched, result: StoredResult): void {
  const files: Stamp[] = [];
  const { inputs, outputs, others } = touched;
  for (const [path, digest] of inputs.files) push(files, path, digest);
  for (const [path, digest] of outputs.contents) push(files, `${outputs.folder}/${path}`, digest);
  for (const path of others) push(files, path, fileDigest(path));
  const folders: Stamp[] = [];
  for (const path of inputs.folders.keys()) push(folders, path, folderDigest(path));
  writeState(root, { key, files, folders, result });
}

function push(stamps: Stamp[], path: string, digest: string | undefined): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && digest !== undefined) stamps.push([path, found.size, found.mtimeMs, digest]);
}

function renewed(stamps: readonly Stamp[]): readonly Stamp[] {
  return stamps.map(([path, , , digest]) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return [path, found?.size ?? 0, found?.mtimeMs ?? 0, digest];
  });
}

function fileDigest(path: string): string | undefined {
  try {
    return digestOf(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function folderDigest(path: string): string | undefined {
  const entries = listFolder(path);
  return entries && digestOf(entries.map((entry) => `${entry.kind} ${entry.name}\n`).join(""));
}

function writeState(root: string, state: State): void {
  makeStateFolder(root, fileSystem);
  writeFileSync(`${statePath(root)}.new`, JSON.stringify(state));
  renameSync(`${statePath(root)}.new`, statePath(root));
}

function readState(root: string): State | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(statePath(root), "utf8"));
    return isState(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The file is odp's own and ignored by git; its key says which version wrote it, so a look at its shape is enough. */
function isState(value: unknown): value is State {
  return (
    typeof value === "object" &&
    value !== null &&
    "key" in value &&
    "files" in value &&
    "folders" in value &&
    "result" in value
  );
}
