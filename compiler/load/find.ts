import { fileNameOf, folderOf, type Host, joinPath } from "./host.ts";

export const CONFIG_FILE = "odp.config.ts";
export const ENTRY_FILE = "pipeline.ts";

/** The nearest `odp.config.ts` in a folder or above it. */
export function findConfig(from: string, host: Host): string | undefined {
  for (let folder = from; ; folder = folderOf(folder)) {
    const path = joinPath(folder, CONFIG_FILE);
    if (host.list(folder)?.some((entry) => entry.kind === "file" && entry.name === CONFIG_FILE) === true)
      return path;
    if (folder === "/") return undefined;
  }
}

/**
 * Entry files below the root, sorted. Dependencies, dot folders, the output and projects of their own (folders with
 * an `odp.config.ts`) are not searched.
 */
export function findEntries(
  root: string,
  patterns: readonly string[] | undefined,
  out: string,
  host: Host,
): readonly string[] {
  const wanted =
    patterns === undefined ? (path: string) => fileNameOf(path) === ENTRY_FILE : matcher(patterns);
  const found: string[] = [];
  const visit = (folder: string, below: string): void => {
    for (const entry of host.list(folder) ?? []) {
      const path = joinPath(folder, entry.name);
      const relative = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.kind === "file") {
        if (wanted(relative)) found.push(path);
      } else if (!isSkipped(entry.name) && path !== out && !isProject(path, host)) {
        visit(path, relative);
      }
    }
  };
  visit(root, "");
  return found.sort((a, b) => (a < b ? -1 : 1));
}

function isSkipped(folder: string): boolean {
  return folder === "node_modules" || folder === "dags-out" || folder.startsWith(".");
}

function isProject(folder: string, host: Host): boolean {
  return host.list(folder)?.some((entry) => entry.kind === "file" && entry.name === CONFIG_FILE) === true;
}

/** Globs with `*` inside a name, `**` across folders, `?` and `{a,b}`. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map(
    (pattern) => new RegExp(`^${translate(pattern.replace(/^\.\//, ""))}$`, "u"),
  );
  return (path) => expressions.some((expression) => expression.test(path));
}

function translate(pattern: string): string {
  return pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\{}]/gu, (token) => {
    if (token === "**/") return "(?:.*/)?";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.startsWith("{") && token.length > 1)
      return `(?:${token.slice(1, -1).split(",").map(translate).join("|")})`;
    return `\\${token}`;
  });
}
