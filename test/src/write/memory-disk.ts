import type { FileSystem, Standing } from "../../../src/write/file-system.ts";

/** A disk in memory: texts by absolute path; folders and links are known apart. */
export interface MemoryDisk extends FileSystem {
  readonly files: Map<string, string>;
  readonly folders: Set<string>;
  readonly links: Set<string>;
  /** Paths that were written or renamed to, in order. */
  readonly touched: string[];
}

export function memoryDisk(initial: Readonly<Record<string, string>> = {}): MemoryDisk {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const links = new Set<string>();
  const touched: string[] = [];
  const makeFolder = (path: string): void => {
    for (let folder = path; folder !== ""; folder = folder.slice(0, folder.lastIndexOf("/")))
      folders.add(folder);
  };
  const parent = (path: string): string => path.slice(0, path.lastIndexOf("/"));
  for (const [path, text] of Object.entries(initial)) {
    makeFolder(parent(path));
    files.set(path, text);
  }
  const standing = (path: string): Standing =>
    links.has(path) ? "other" : files.has(path) ? "file" : folders.has(path) ? "folder" : "nothing";
  const put = (path: string, text: string): void => {
    if (!folders.has(parent(path))) throw new Error(`no folder ${parent(path)}`);
    files.set(path, text);
    touched.push(path);
  };
  return {
    files,
    folders,
    links,
    touched,
    standing,
    read: (path) => files.get(path),
    names: (path) => [
      ...new Set(
        [...files.keys(), ...folders]
          .filter((each) => each.startsWith(`${path}/`))
          .map((each) => each.slice(path.length + 1).split("/")[0] ?? ""),
      ),
    ],
    write: put,
    rename: (from, to) => {
      const text = files.get(from);
      if (text === undefined) throw new Error(`no file ${from}`);
      files.delete(from);
      put(to, text);
    },
    remove: (path) => void files.delete(path),
    makeFolder,
    removeFolder: (path) => void folders.delete(path),
  };
}

/** A disk that stops for ever after some changes, as if the process had been killed. */
export function stopping(disk: FileSystem, changes: number): FileSystem {
  let left = changes;
  const step = (): void => {
    if (left <= 0) throw new Error("killed");
    left -= 1;
  };
  return {
    ...disk,
    write: (path, text) => {
      step();
      disk.write(path, text);
    },
    rename: (from, to) => {
      step();
      disk.rename(from, to);
    },
    remove: (path) => {
      step();
      disk.remove(path);
    },
    makeFolder: (path) => {
      step();
      disk.makeFolder(path);
    },
    removeFolder: (path) => {
      step();
      disk.removeFolder(path);
    },
  };
}
