import { locateAll } from "../../../compiler/diagnostics/located.ts";
import { renderTerminal } from "../../../compiler/diagnostics/render-terminal.ts";
import type { Entry, Host } from "../../../compiler/load/host.ts";
import { type Loaded, load } from "../../../compiler/load/load.ts";
import { createLocator } from "../../../compiler/load/locate.ts";
import type { Packages } from "../../../compiler/load/packages.ts";

const ROOT = "/project";

export const CONFIG =
  'import { defineConfig } from "odp";\nexport default defineConfig({ project: "demo" });\n';

/** A pipeline of one dashboard; for projects whose point is elsewhere. */
export const PIPELINE =
  'import { cron, pipeline } from "odp";\nexport default pipeline("demo", { owner: "a@b.c", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [] });\n';

type Files = Readonly<Record<string, string>>;

/** A disk in memory; paths of the files are relative to the project's root. */
export function hostOf(files: Files): Host {
  const folders = new Map<string, Map<string, Entry>>([[ROOT, new Map()]]);
  for (const file of Object.keys(files)) {
    const parts = `${ROOT}/${file}`.slice(1).split("/");
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const folder = `/${parts.slice(0, depth - 1).join("/")}`;
      const name = parts[depth - 1] ?? "";
      const entries = folders.get(folder) ?? new Map<string, Entry>();
      entries.set(name, { name, kind: depth === parts.length ? "file" : "folder" });
      folders.set(folder, entries);
    }
  }
  return {
    readText: (path) => (path.startsWith(`${ROOT}/`) ? files[path.slice(ROOT.length + 1)] : undefined),
    list: (path) => {
      const entries = folders.get(path);
      return entries && [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** Loads a project in memory; a configuration and an empty pipeline are added where there are none. */
export function loadFiles(
  files: Files,
  options: { readonly timeoutMilliseconds?: number; readonly packages?: Packages } = {},
): Promise<Loaded> {
  return load(
    { root: ROOT, ...options },
    hostOf({ "odp.config.ts": CONFIG, "pipeline.ts": PIPELINE, ...files }),
  );
}

/** The diagnostics of loading, as a terminal shows them. */
export async function loadErrors(
  files: Files,
  options: { readonly timeoutMilliseconds?: number; readonly packages?: Packages } = {},
): Promise<string> {
  const { diagnostics, sources } = await loadFiles(files, options);
  const located = locateAll(diagnostics, await createLocator(sources));
  return renderTerminal(located, { text: sources.text, colour: false });
}
