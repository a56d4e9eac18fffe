import { moduleRunnerTransformSync, type TransformResult, transformSync } from "oxc-transform";

/**
 * A module as a function body. The second transform is the one of Vite's module runner: exports become getters that
 * are defined before anything else, imports property reads, so live bindings and cycles behave as in ESM.
 */
export interface Transformed {
  readonly code: string;
  /** What it imports, in order. */
  readonly specifiers: readonly string[];
}

/** Names of the parameters of a transformed module, in order. */
export const PARAMETERS: readonly string[] = [
  "__vite_ssr_exports__",
  "__vite_ssr_import__",
  "__vite_ssr_exportAll__",
  "__vite_ssr_dynamic_import__",
  "__vite_ssr_import_meta__",
];

/** The module as a function body; nothing where it has syntax errors. */
export function transformModule(path: string, text: string): Transformed | undefined {
  const stripped = strip(path, text, false);
  // The module transform ends the process on what it does not understand, so it never sees a broken module.
  if (stripped.errors.some((error) => error.severity === "Error")) return undefined;
  const linked = moduleRunnerTransformSync(path, stripped.code);
  if (linked.errors.some((error) => error.severity === "Error")) return undefined;
  return { code: withoutAwait(linked.code), specifiers: linked.deps };
}

/** The two source maps from evaluated code back to the user's text, the last transform's first. */
export function mapsOf(path: string, text: string): readonly string[] {
  const stripped = strip(path, text, true);
  const linked = moduleRunnerTransformSync(path, stripped.code, { sourcemap: true });
  return [linked.map, stripped.map].map((map) => JSON.stringify(map));
}

function strip(path: string, text: string, sourcemap: boolean): TransformResult {
  return transformSync(path, text, { sourcemap, sourceType: "module" });
}

const IMPORT = /^const __vite_ssr_import_(\d+)__ = await __vite_ssr_import__\(/gmu;

/**
 * Imports are awaited by the module runner; here they are there already, since modules are evaluated in order. They
 * are numbered and stand before all code of the user, each on its own line, so the user's columns do not change.
 */
function withoutAwait(code: string): string {
  let next = 0;
  return code.replace(IMPORT, (whole, number: string) => {
    if (Number(number) !== next) return whole;
    next += 1;
    return whole.replace("= await ", "= ");
  });
}
