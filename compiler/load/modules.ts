import type { Host } from "./host.ts";
import { type Resolved, type ResolvePackage, resolveImport } from "./resolve.ts";
import { transformModule } from "./transform.ts";

/** A user's file, read and transformed, not evaluated yet. */
export interface UserModule {
  readonly path: string;
  readonly text: string;
  /** Body of the function that evaluates it. */
  readonly code: string;
  readonly imports: ReadonlyMap<string, Resolved>;
}

/** What went wrong before anything was evaluated. */
export type ModuleProblem =
  | { readonly kind: "missing-file"; readonly path: string }
  | { readonly kind: "syntax"; readonly path: string }
  | {
      readonly kind: "import";
      readonly path: string;
      readonly specifier: string;
      readonly resolved: Resolved;
    };

export interface ModuleGraph {
  readonly modules: Map<string, UserModule>;
  readonly json: Map<string, string>;
  readonly problems: ModuleProblem[];
}

/** Reads and transforms the files and all that they import, into `graph`. */
export function gatherModules(
  entries: readonly string[],
  graph: ModuleGraph,
  host: Host,
  resolvePackage: ResolvePackage,
): void {
  const waiting = [...entries].reverse();
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (graph.modules.has(path)) continue;
    const text = host.readText(path);
    if (text === undefined) {
      graph.problems.push({ kind: "missing-file", path });
      continue;
    }
    const transformed = transformModule(path, text);
    if (transformed === undefined) {
      graph.problems.push({ kind: "syntax", path });
      continue;
    }
    const imports = new Map<string, Resolved>();
    graph.modules.set(path, { path, text, code: transformed.code, imports });
    for (const specifier of transformed.specifiers) {
      const resolved = resolveImport(specifier, path, host, resolvePackage);
      imports.set(specifier, resolved);
      if (resolved.kind === "module" && !seen.has(resolved.path)) {
        seen.add(resolved.path);
        waiting.push(resolved.path);
      } else if (resolved.kind === "json") {
        graph.json.set(resolved.path, host.readText(resolved.path) ?? "");
      } else if (
        resolved.kind === "missing" ||
        resolved.kind === "outside" ||
        resolved.kind === "no-module"
      ) {
        graph.problems.push({ kind: "import", path, specifier, resolved });
      }
    }
  }
}
