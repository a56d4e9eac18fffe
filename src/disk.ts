import { readdirSync, readFileSync } from "node:fs";
import type { Entry, Host } from "../compiler/load/host.ts";
import { digestOf } from "./write/digest.ts";

/** The machine's disk, and a record of what was asked of it: the inputs of a run. */
export interface Disk extends Host {
  /** Digests of the files that were read. Their texts are not kept: a large project would not fit. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders that were listed. */
  readonly folders: ReadonlyMap<string, readonly Entry[]>;
}

/** Each folder is listed once, so that a run sees one state of it; of files the first reading counts. */
export function disk(): Disk {
  const files = new Map<string, string>();
  const folders = new Map<string, readonly Entry[]>();
  return {
    files,
    folders,
    readText: (path) => {
      const text = readFile(path);
      if (text !== undefined && !files.has(path)) files.set(path, digestOf(text));
      return text;
    },
    list: (path) => {
      const known = folders.get(path);
      if (known !== undefined) return known;
      const entries = listFolder(path);
      if (entries !== undefined) folders.set(path, entries);
      return entries;
    },
  };
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Entries of a folder, sorted. */
export function listFolder(path: string): readonly Entry[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry): Entry => ({ name: entry.name, kind: entry.isDirectory() ? "folder" : "file" }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}
