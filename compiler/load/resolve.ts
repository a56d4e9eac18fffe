import { isBuiltin } from "node:module";
import { folderOf, type Host, joinPath } from "./host.ts";

/** What an import leads to. */
export type Resolved =
  | { readonly kind: "language" }
  | { readonly kind: "module"; readonly path: string }
  | { readonly kind: "json"; readonly path: string }
  /** A package or builtin, loaded by Node itself. */
  | { readonly kind: "package"; readonly name: string; readonly path: string }
  /** A builtin that reaches outside: files, network, processes. */
  | { readonly kind: "outside"; readonly name: string }
  /** A file that is there and is no module. */
  | { readonly kind: "no-module"; readonly path: string }
  | { readonly kind: "missing" };

/** Finds a package as Node does, from a user's file; nothing where it is missing. */
export type ResolvePackage = (name: string, from: string) => string | undefined;

const MODULE = /\.(?:ts|mts|js|mjs)$/u;
/** Builtins that compute only. */
const PURE = new Set([
  "assert",
  "assert/strict",
  "buffer",
  "path",
  "path/posix",
  "punycode",
  "querystring",
  "string_decoder",
  "url",
  "util",
]);

export function resolveImport(
  specifier: string,
  from: string,
  host: Host,
  resolvePackage: ResolvePackage,
): Resolved {
  if (specifier === "odp") return { kind: "language" };
  if (/^\.{0,2}\//u.test(specifier))
    return resolveFile(joinPath(specifier.startsWith("/") ? "/" : folderOf(from), specifier), host);
  if (isBuiltin(specifier)) {
    const name = specifier.replace(/^node:/u, "");
    return PURE.has(name)
      ? { kind: "package", name: specifier, path: specifier }
      : { kind: "outside", name: specifier };
  }
  const path = resolvePackage(specifier, from);
  if (path === undefined) return { kind: "missing" };
  // A package of the same workspace may be TypeScript, which Node cannot load.
  return /\.m?ts$/u.test(path) ? { kind: "module", path } : { kind: "package", name: specifier, path };
}

function resolveFile(path: string, host: Host): Resolved {
  for (const candidate of candidates(path)) {
    if (!isFile(candidate, host)) continue;
    if (candidate.endsWith(".json")) return { kind: "json", path: candidate };
    return MODULE.test(candidate)
      ? { kind: "module", path: candidate }
      : { kind: "no-module", path: candidate };
  }
  return { kind: "missing" };
}

/** As written; `.js` for `.ts`, as TypeScript's users write it; without ending; a folder's index. */
function candidates(path: string): readonly string[] {
  const source = path.replace(/\.(m?)js$/u, ".$1ts");
  return [path, ...(source === path ? [] : [source]), `${path}.ts`, `${path}/index.ts`];
}

function isFile(path: string, host: Host): boolean {
  const cut = path.lastIndexOf("/");
  const name = path.slice(cut + 1);
  return (
    host.list(path.slice(0, cut) || "/")?.some((entry) => entry.kind === "file" && entry.name === name) ===
    true
  );
}
