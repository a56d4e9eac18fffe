export const MANIFEST_FILE = "odp-manifest.json";

/** A file of the output, as the manifest lists it. */
export interface ManifestEntry {
  readonly path: string;
  readonly digest: string;
  /** Ids of the declarations that it comes from. */
  readonly from: readonly string[];
}

/** Digests under which a manifest lists each path. Several, after two branches were merged. */
export type ListedDigests = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The manifest: one line a file, sorted by path. A file that two branches change has another digest on each, so git
 * takes the lines of both (`merge=union` in the output's `.gitattributes`); the last line keeps that valid JSON, in
 * which a path may stand twice until the next compile writes it anew.
 */
export function formatManifest(entries: readonly ManifestEntry[]): string {
  const lines = [...entries]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(
      ({ path, digest, from }) =>
        `    ${JSON.stringify(path)}: ${JSON.stringify({ sha256: digest, from })},\n`,
    );
  return `{\n  "files": {\n${lines.join("")}    "${MANIFEST_FILE}": {}\n  }\n}\n`;
}

/**
 * Whether a manifest differs from the one of `entries` only by what a union merge leaves: several digests of a file
 * that both branches changed, and files that `isThere` does not find any more.
 */
export function isMergeOf(
  text: string,
  entries: readonly ManifestEntry[],
  isThere: (path: string) => boolean,
): boolean {
  if (hasConflictMarkers(text) || !isJson(text)) return false;
  const listed = parseManifest(text);
  const wanted = new Set(entries.map(({ path }) => path));
  return (
    entries.every(({ path, digest }) => {
      const digests = listed.get(path);
      return digests !== undefined && (digests.has(digest) || digests.size > 1);
    }) && [...listed.keys()].every((path) => wanted.has(path) || !isThere(path))
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const LINE = /^\s*("(?:[^"\\]|\\.)*"): \{"sha256":"([0-9a-f]{64})"/gmu;

/**
 * What a manifest lists. It is read line by line, since git may have left conflict markers in it: then both sides
 * count.
 */
export function parseManifest(text: string): ListedDigests {
  const listed = new Map<string, Set<string>>();
  for (const [, key, digest] of text.matchAll(LINE)) {
    const path: unknown = JSON.parse(key ?? '""');
    if (typeof path !== "string" || digest === undefined || !isSafe(path)) continue;
    listed.set(path, (listed.get(path) ?? new Set()).add(digest));
  }
  return listed;
}

/** Whether a path stays below the output folder. */
export function isSafe(path: string): boolean {
  return (
    path !== "" &&
    !path.includes("\\") &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** Whether git left conflict markers in a text. */
export function hasConflictMarkers(text: string): boolean {
  return /^<{7}(?: |$)/mu.test(text) && /^={7}\r?$/mu.test(text) && /^>{7}(?: |$)/mu.test(text);
}
