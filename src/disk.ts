import { readdirSync, readFileSync } from "node:fs";
import type { Entry, Host } from "../compiler/load/host.ts";

/** The machine's disk. Each folder is listed once, so that a run sees one state of it. */
export function disk(): Host {
  const listings = new Map<string, readonly Entry[] | undefined>();
  return {
    readText: (path) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
    list: (path) => {
      if (!listings.has(path)) listings.set(path, listFolder(path));
      return listings.get(path);
    },
  };
}

function listFolder(path: string): readonly Entry[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry): Entry => ({ name: entry.name, kind: entry.isDirectory() ? "folder" : "file" }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}
