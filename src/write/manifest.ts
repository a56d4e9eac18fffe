import { digestOf } from "./digest.ts";

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
 * The manifest, made to be merged by git: one line a file with an empty line between, no totals, no last line that
 * differs from the others. Lines are sorted by the digest of their path, so that two branches that add files of one
 * folder rarely add them at the same place.
 */
export function formatManifest(entries: readonly ManifestEntry[]): string {
  const lines = entries
    .map((entry) => ({ ...entry, order: digestOf(entry.path) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(
      ({ path, digest, from }) =>
        `    ${JSON.stringify(path)}: ${JSON.stringify({ sha256: digest, from })},\n\n`,
    );
  return `{\n  "files": {\n\n${lines.join("")}    "${MANIFEST_FILE}": {}\n  }\n}\n`;
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
