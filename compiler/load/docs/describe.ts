import type { Declaration } from "../../../dsl/declaration.ts";
import type { Resolved } from "../resolve.ts";
import { type Documented, type FileOutline, type Outline, outlineOf } from "./outline.ts";

/** What comments say of a declaration. */
export interface Docs {
  readonly description?: string;
  /** By column name. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Texts of the user's modules, and where their imports lead. */
export interface DocSources {
  readonly text: (path: string) => string | undefined;
  readonly resolve: (path: string, specifier: string) => Resolved | undefined;
  /** Modules that a module imports. */
  readonly imports: (path: string) => readonly string[];
}

interface Here {
  readonly path: string;
  readonly outline: Outline;
}

const NOTHING: Docs = { columns: new Map() };

/**
 * Finds the doc comments of declarations and columns. Files without any are not read further; constants and spreads
 * are followed, into other modules too.
 */
export function createDescriber(sources: DocSources): (declaration: Declaration, path: string) => Docs {
  const outlines = new Map<string, FileOutline | undefined>();
  const read = (path: string): FileOutline | undefined => {
    if (!outlines.has(path)) {
      const text = sources.text(path);
      outlines.set(path, text === undefined ? undefined : outlineOf(text));
    }
    return outlines.get(path);
  };
  const documented = new Map<string, boolean>();
  const hasDocs = (path: string): boolean => {
    const known = documented.get(path) ?? sources.text(path)?.includes("/**") === true;
    documented.set(path, known);
    return known;
  };

  /** Follows names of constants to what they are set to. */
  const resolved = ({ path, outline }: Here, hops = 0): Here => {
    if (outline.kind !== "reference" || hops > 10) return { path, outline };
    const file = read(path);
    const constant = file?.constants.get(outline.name);
    if (constant !== undefined) return resolved({ path, outline: constant }, hops + 1);
    const from = file?.imports.get(outline.name);
    const target = from === undefined ? undefined : sources.resolve(path, from.specifier);
    if (from === undefined || target?.kind !== "module") return { path, outline };
    return resolved({ path: target.path, outline: { kind: "reference", name: from.name } }, hops + 1);
  };

  const known = new WeakMap<Outline, ReturnType<typeof keysOf>>();
  const keysOf = (here: Here): ReadonlyMap<string, Documented & { readonly path: string }> => {
    const keys = known.get(here.outline) ?? readKeys(here);
    known.set(here.outline, keys);
    return keys;
  };
  const readKeys = (here: Here): ReadonlyMap<string, Documented & { readonly path: string }> => {
    const { path, outline } = resolved(here);
    const found = new Map<string, Documented & { readonly path: string }>();
    // `table(columns, options)` and `Object.freeze(..)`: the first argument is meant.
    const first = outline.kind === "call" ? outline.args[0] : undefined;
    if (first !== undefined) return keysOf({ path, outline: first });
    if (outline.kind !== "object") return found;
    for (const spread of outline.spreads)
      for (const [key, value] of keysOf({ path, outline: spread })) found.set(key, value);
    for (const [key, value] of outline.keys) found.set(key, { ...value, path });
    return found;
  };

  const below = (here: Here | undefined, key: string): (Here & { readonly doc?: string }) | undefined => {
    if (here === undefined) return undefined;
    const value = keysOf(here).get(key);
    return value === undefined
      ? undefined
      : { path: value.path, outline: value.value, ...(value.doc === undefined ? {} : { doc: value.doc }) };
  };

  const docsOfColumns = (here: Here | undefined): ReadonlyMap<string, string> => {
    const columns = new Map<string, string>();
    if (here !== undefined)
      for (const [name, { doc }] of keysOf(here)) if (doc !== undefined && doc !== "") columns.set(name, doc);
    return columns;
  };

  const callOf = (
    path: string,
    kind: Declaration["kind"],
    name: string,
  ): (Here & { readonly doc?: string }) | undefined => {
    const call = read(path)
      ?.calls.get(name)
      ?.find((each) => CALLEES[kind].includes(each.callee));
    if (call === undefined || call.value.kind !== "call") return undefined;
    const spec = call.value.args[1];
    return { path, outline: spec ?? { kind: "other" }, ...(call.doc === undefined ? {} : { doc: call.doc }) };
  };

  const reachable = new Map<string, boolean>();
  const mayHaveDocs = (path: string): boolean => {
    const known = reachable.get(path) ?? (hasDocs(path) || sources.imports(path).some(hasDocs));
    reachable.set(path, known);
    return known;
  };

  return (declaration, path) => {
    if (!mayHaveDocs(path)) return NOTHING;
    const call =
      declaration.kind === "table"
        ? callOf(path, "postgres", declaration.source)
        : callOf(path, declaration.kind, declaration.name);
    if (call === undefined) return NOTHING;
    const node =
      declaration.kind === "table" ? tableOf(call, declaration.name.split(".").slice(1), below) : call;
    const description = node?.doc;
    const columns = docsOfColumns(declaration.kind === "table" ? node : below(call, "columns"));
    return { columns, ...(description === undefined || description === "" ? {} : { description }) };
  };
}

type Below = (here: Here | undefined, key: string) => (Here & { readonly doc?: string }) | undefined;

/** A table of the source's own schema, or of a further one. */
function tableOf(
  source: Here,
  names: readonly string[],
  below: Below,
): (Here & { readonly doc?: string }) | undefined {
  const [first = "", second] = names;
  return second === undefined
    ? below(below(source, "tables"), first)
    : below(below(below(source, "schemas"), first), second);
}

const CALLEES: Readonly<Record<Declaration["kind"], readonly string[]>> = {
  postgres: ["postgres"],
  table: [],
  model: ["model", "mart", "staging", "intermediate"],
  seed: ["seed"],
  external: ["external"],
  step: ["step"],
  dashboard: ["dashboard"],
  report: ["report"],
  action: ["action"],
  pipeline: ["pipeline"],
};
