import type { Artifact } from "../../compiler/emit/target.ts";
import { digestOf } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { readJournal, TEMPORARY } from "./journal.ts";
import {
  formatManifest,
  hasConflictMarkers,
  isMergeOf,
  isSafe,
  type ListedDigests,
  MANIFEST_FILE,
  type ManifestEntry,
  parseManifest,
} from "./manifest.ts";

/** Why a file may not be touched. */
export interface Refusal {
  readonly kind: "foreign" | "edited" | "unsafe";
  /** From the root of the project. */
  readonly path: string;
}

/** What writing would do. */
export interface Decision {
  readonly root: string;
  /** The output folder, from the root; it may begin with `..`. */
  readonly out: string;
  /** Files to write, from the output folder, sorted; the manifest last. */
  readonly writes: readonly { readonly path: string; readonly text: string; readonly isNew: boolean }[];
  /** Digest of every file of the output, by path; the manifest last. */
  readonly contents: ReadonlyMap<string, string>;
  readonly removals: readonly string[];
  /** Paths that are not wanted any more, there or not; folders that they leave empty go too. */
  readonly vanished: readonly string[];
  readonly unchanged: number;
  /** Whether all that is wrong with the manifest is what a merge of two branches left in it. */
  readonly hasMergedManifest: boolean;
  readonly refusals: readonly Refusal[];
  /** Remains of a run that was killed. */
  readonly leftovers: readonly string[];
  readonly hasJournal: boolean;
  /** All digests that are odp's own from now on, by path; the journal's content. */
  readonly digests: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Target {
  readonly root: string;
  /** The output folder, from the root; it may begin with `..`. */
  readonly out: string;
  readonly artifacts: readonly Artifact[];
  /** Files and folders from the root that may be replaced whatever they hold. */
  readonly overwrite: readonly string[];
}

/** Compares the artifacts with the disk. It reads only. */
export function decide(target: Target, fs: FileSystem): Decision {
  const { root, out } = target;
  const folder = `${root}/${out}`;
  const manifestText = fs.read(`${folder}/${MANIFEST_FILE}`);
  const listed: ListedDigests = manifestText === undefined ? new Map() : parseManifest(manifestText);
  const journal = readJournal(root, fs);
  const begun: ListedDigests = journal?.out === out ? journal.digests : new Map();
  const entries = entriesOf(target.artifacts);
  const wanted = withManifest(target.artifacts, entries);
  const contents = new Map(entries.map(({ path, digest }) => [path, digest]));
  contents.set(MANIFEST_FILE, digestOf(wanted.get(MANIFEST_FILE) ?? ""));
  const refusals: Refusal[] = [];
  const refuse = (kind: Refusal["kind"], path: string): void =>
    void refusals.push({ kind, path: `${out}/${path}` });
  const unsafe = outSafety(root, out, fs);
  if (unsafe !== undefined) refusals.push({ kind: "unsafe", path: unsafe });
  const folders = new Map<string, boolean>();
  const mayReplace = (path: string, text: string): Refusal["kind"] | undefined => {
    if (path === MANIFEST_FILE || isCovered(`${out}/${path}`, target.overwrite)) return undefined;
    const digests = listed.get(path);
    const digest = digestOf(text);
    if (digests?.has(digest) === true || begun.get(path)?.has(digest) === true) return undefined;
    if (digests === undefined) return "foreign";
    // Listed twice: two branches changed it, and git has merged it as text.
    return digests.size > 1 || hasConflictMarkers(text) ? undefined : "edited";
  };

  const writes: { path: string; text: string; isNew: boolean }[] = [];
  const digests = new Map<string, Set<string>>();
  for (const [path, values] of begun) digests.set(path, new Set(values));
  let unchanged = 0;
  for (const [path, text] of wanted) {
    if (!isSafe(path) || !hasPlainFolders(folder, path, folders, fs)) {
      refuse("unsafe", path);
      continue;
    }
    const standing = fs.standing(`${folder}/${path}`);
    if (standing === "file") {
      const present = fs.read(`${folder}/${path}`) ?? "";
      if (present === text) {
        unchanged += 1;
        continue;
      }
      const kind = mayReplace(path, present);
      if (kind !== undefined) {
        refuse(kind, path);
        continue;
      }
    } else if (standing !== "nothing") {
      refuse(standing === "folder" ? "foreign" : "unsafe", path);
      continue;
    }
    digests.set(path, (digests.get(path) ?? new Set()).add(contents.get(path) ?? ""));
    writes.push({ path, text, isNew: standing === "nothing" });
  }

  const removals: string[] = [];
  const vanished: string[] = [];
  for (const path of new Set([...listed.keys(), ...begun.keys()])) {
    if (wanted.has(path) || path === MANIFEST_FILE || !hasPlainFolders(folder, path, folders, fs)) continue;
    vanished.push(path);
    if (fs.standing(`${folder}/${path}`) !== "file") continue;
    const kind = mayReplace(path, fs.read(`${folder}/${path}`) ?? "");
    if (kind === undefined) removals.push(path);
    else refuse(kind, path);
  }
  const leftovers = [...begun.keys()]
    .map((path) => `${path}${TEMPORARY}`)
    .filter((path) => fs.standing(`${folder}/${path}`) === "file");
  return {
    root,
    out,
    writes,
    contents,
    removals: removals.sort(),
    vanished,
    unchanged,
    hasMergedManifest:
      manifestText !== undefined &&
      isMergeOf(manifestText, entries, (path) => fs.standing(`${folder}/${path}`) !== "nothing"),
    refusals,
    leftovers,
    hasJournal: journal !== undefined,
    digests,
  };
}

function entriesOf(artifacts: readonly Artifact[]): readonly ManifestEntry[] {
  return artifacts.map(({ path, text, from }) => ({ path, digest: digestOf(text), from }));
}

/** Texts by path, sorted, with the manifest of all of them at the end. */
function withManifest(
  artifacts: readonly Artifact[],
  entries: readonly ManifestEntry[],
): ReadonlyMap<string, string> {
  const sorted = [...artifacts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const texts = new Map(sorted.map(({ path, text }) => [path, text]));
  return texts.set(MANIFEST_FILE, formatManifest(entries));
}

/** The part of the way to the output folder that is no ordinary folder; the folder around the project is none. */
function outSafety(root: string, out: string, fs: FileSystem): string | undefined {
  const parts = out.split("/");
  const down = parts.filter((part) => part !== "..");
  if (down.length === 0) return out;
  let path = parts.slice(0, parts.length - down.length).join("/");
  for (const part of down) {
    path = path === "" ? part : `${path}/${part}`;
    const standing = fs.standing(`${root}/${path}`);
    if (standing === "nothing") return undefined;
    if (standing !== "folder") return path;
  }
  return undefined;
}

/** Whether all folders on the way to a file are ordinary ones, or still to be made. */
function hasPlainFolders(folder: string, path: string, known: Map<string, boolean>, fs: FileSystem): boolean {
  const cut = path.lastIndexOf("/");
  if (cut < 0) return true;
  const parent = path.slice(0, cut);
  const remembered = known.get(parent);
  if (remembered !== undefined) return remembered;
  const standing = fs.standing(`${folder}/${parent}`);
  const isPlain =
    (standing === "folder" || standing === "nothing") && hasPlainFolders(folder, parent, known, fs);
  known.set(parent, isPlain);
  return isPlain;
}

function isCovered(path: string, overwrite: readonly string[]): boolean {
  return overwrite.some((allowed) => allowed === "" || path === allowed || path.startsWith(`${allowed}/`));
}
