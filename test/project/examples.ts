// The examples, as texts, and how a changed one compiles: in memory, with the loader and the compiler themselves.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import type { Artifact } from "../../compiler/emit/target.ts";
import { type Entry, type Host, joinPath } from "../../compiler/load/host.ts";
import { load } from "../../compiler/load/load.ts";
import { digestOf } from "../../src/write/digest.ts";
import { formatManifest, MANIFEST_FILE } from "../../src/write/manifest.ts";

export const ROOT = join(import.meta.dirname, "../..");
export const EXAMPLES = ["quickstart", "shop", "multi-team"] as const;
export type Example = (typeof EXAMPLES)[number];

/** Names of the projects, which are the folders of `dags-out`. */
export const PROJECTS = { quickstart: "quickstart", shop: "shop", "multi-team": "company" } as const;

/** Texts of a folder by their path in it. */
export type Files = ReadonlyMap<string, string>;

/** What a project became. */
export interface Output {
  readonly diagnostics: readonly Diagnostic[];
  /** The folder of the output that the configuration names. */
  readonly folder: string | undefined;
  readonly artifacts: readonly Artifact[];
  /** Texts by path in the output folder, with the manifest; none where there is an error. */
  readonly files: Files;
}

/** Every file below a folder, by its path in it. */
export function readFolder(folder: string): Files {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      found.set(path.slice(folder.length + 1), readFileSync(path, "utf8"));
    }
  return found;
}

export function exampleFiles(example: Example): Files {
  return readFolder(join(ROOT, "examples", example));
}

/** Compiles an example whose files are replaced or added to by `overlay`. */
export function compileExample(example: Example, overlay: Files = new Map()): Promise<Output> {
  return compileFiles(new Map([...exampleFiles(example), ...overlay]));
}

/** Compiles a project of these files. */
export async function compileFiles(files: Files): Promise<Output> {
  const { project, diagnostics } = await load({ root: "/project" }, memoryHost("/project", files));
  if (project === undefined) return { diagnostics, folder: undefined, artifacts: [], files: new Map() };
  const compiled = compile(project);
  const all = [...diagnostics, ...compiled.diagnostics];
  const { artifacts } = compiled;
  return { diagnostics: all, folder: project.config.spec.out, artifacts, files: outputFiles(artifacts) };
}

/** What is written for these artifacts: their texts, and the manifest. */
export function outputFiles(artifacts: readonly Artifact[]): Files {
  if (artifacts.length === 0) return new Map();
  const entries = artifacts.map(({ path, text, from }) => ({ path, digest: digestOf(text), from }));
  return new Map([
    ...artifacts.map(({ path, text }): [string, string] => [path, text]),
    [MANIFEST_FILE, formatManifest(entries)],
  ]);
}

/** A disk of these files, below `root`; `order` puts the entries of a folder into the order of a listing. */
export function memoryHost(
  root: string,
  files: Files,
  order: (entries: Entry[]) => Entry[] = (entries) => entries.sort((a, b) => (a.name < b.name ? -1 : 1)),
): Host {
  return {
    readText: (path) => (path.startsWith(`${root}/`) ? files.get(path.slice(root.length + 1)) : undefined),
    list: (path) => {
      const found = new Map<string, Entry>();
      for (const file of files.keys()) {
        const full = joinPath(root, file);
        if (!full.startsWith(`${path}/`)) continue;
        const [name = "", ...below] = full.slice(path.length + 1).split("/");
        found.set(name, { name, kind: below.length === 0 ? "file" : "folder" });
      }
      return found.size === 0 ? undefined : order([...found.values()]);
    },
  };
}
