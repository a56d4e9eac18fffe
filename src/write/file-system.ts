import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";

/** What stands at a path; links are not followed. */
export type Standing = "file" | "folder" | "other" | "nothing";

/** The disk, as the writer needs it; every method is one step. Tests pass one that stops at any step. */
export interface FileSystem {
  readonly standing: (path: string) => Standing;
  readonly read: (path: string) => string | undefined;
  readonly names: (path: string) => readonly string[];
  readonly write: (path: string, text: string) => void;
  /** Replaces the target in one step. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly makeFolder: (path: string) => void;
  /** Only of an empty folder. */
  readonly removeFolder: (path: string) => void;
}

export const fileSystem: FileSystem = {
  standing: (path) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return "nothing";
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  },
  read: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined;
    }
  },
  names: (path) => {
    try {
      return readdirSync(path).sort();
    } catch {
      return [];
    }
  },
  write: (path, text) => writeFileSync(path, text),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  removeFolder: (path) => rmdirSync(path),
};
