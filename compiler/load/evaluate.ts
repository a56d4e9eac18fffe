import { types } from "node:util";
import { type Context, compileFunction, runInContext } from "node:vm";
import type { ModuleGraph, UserModule } from "./modules.ts";
import { evaluationOrder } from "./order.ts";
import { PARAMETERS } from "./transform.ts";

/** A module's exports, by name. */
export type Namespace = Readonly<Record<string, unknown>>;

/** How an evaluation ended badly; `path` is the user's file. */
export type Failure = { readonly path: string } & (
  | { readonly kind: "thrown"; readonly error: unknown }
  | {
      readonly kind: "missing-export";
      readonly specifier: string;
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly kind: "broken-json"; readonly specifier: string; readonly reason: string }
  | { readonly kind: "package"; readonly specifier: string; readonly error: unknown }
  | { readonly kind: "dynamic-import" }
  | { readonly kind: "import-meta" }
  | { readonly kind: "endless"; readonly seconds: number }
);

/** What evaluation needs from outside. */
export interface Surroundings {
  readonly context: Context;
  /** What `odp` is to the user's modules. */
  readonly language: Namespace;
  readonly loadPackage: (name: string, from: string) => unknown;
  readonly timeoutMilliseconds: number;
}

/** State of one evaluation; modules of an earlier one are kept, so that no module runs twice. */
export interface Evaluation {
  readonly namespaces: Map<string, Namespace>;
}

interface Run extends Surroundings {
  readonly graph: ModuleGraph;
  readonly namespaces: Map<string, Namespace>;
  /** Modules that have begun and not ended, innermost last. */
  readonly running: string[];
  failure: Failure | undefined;
}

/** Evaluates modules and what they import; nothing where all went well. */
export function evaluate(
  entries: readonly string[],
  graph: ModuleGraph,
  evaluation: Evaluation,
  surroundings: Surroundings,
): Failure | undefined {
  const run: Run = {
    ...surroundings,
    graph,
    namespaces: evaluation.namespaces,
    running: [],
    failure: undefined,
  };
  const order = evaluationOrder(entries, (path) => modulesImportedBy(graph.modules.get(path)));
  const start = (): void => {
    for (const path of order) namespaceOf(run, path);
  };
  // The time limit of `vm` holds for what a script of the realm calls.
  const holder = runInContext("({ start: undefined, run() { this.start(); } })", surroundings.context);
  holder.start = start;
  Object.assign(surroundings.context, { __odp_holder: holder });
  try {
    runInContext("__odp_holder.run()", surroundings.context, {
      timeout: Math.ceil(surroundings.timeoutMilliseconds),
    });
  } catch (error) {
    return run.failure ?? failureOf(run, error);
  } finally {
    Reflect.deleteProperty(surroundings.context, "__odp_holder");
  }
  return undefined;
}

function failureOf(run: Run, error: unknown): Failure {
  const path = run.running.at(-1) ?? "";
  if (types.isNativeError(error) && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
    return { kind: "endless", path, seconds: Math.round(run.timeoutMilliseconds / 100) / 10 };
  return { kind: "thrown", path, error };
}

/** Paths of the user's modules that a module imports. */
export function modulesImportedBy(module: UserModule | undefined): readonly string[] {
  const paths: string[] = [];
  for (const resolved of module?.imports.values() ?? [])
    if (resolved.kind === "module") paths.push(resolved.path);
  return paths;
}

function namespaceOf(run: Run, path: string): Namespace {
  const known = run.namespaces.get(path);
  if (known !== undefined) return known;
  const module = run.graph.modules.get(path);
  const namespace: Record<string, unknown> = Object.create(null);
  run.namespaces.set(path, namespace);
  if (module === undefined) return namespace;
  run.running.push(path);
  const body = compileFunction(`"use strict";\n${module.code}`, [...PARAMETERS], {
    filename: path,
    parsingContext: run.context,
    lineOffset: -1,
  });
  body(
    namespace,
    (specifier: string, named?: { readonly importedNames: readonly string[] }) =>
      imported(run, module, specifier, named?.importedNames ?? []),
    (from: Namespace) => exportAll(namespace, from),
    () => stop(run, { kind: "dynamic-import", path }),
    refusedMeta(run, path),
  );
  run.running.pop();
  return namespace;
}

function imported(run: Run, importer: UserModule, specifier: string, names: readonly string[]): Namespace {
  const { path } = importer;
  const resolved = importer.imports.get(specifier);
  if (resolved === undefined) return {};
  if (resolved.kind === "language") return checked(run, run.language, path, specifier, names);
  if (resolved.kind === "json") return json(run, resolved.path, path, specifier);
  if (resolved.kind === "package") {
    try {
      return checked(run, packageNamespace(run.loadPackage(resolved.name, path)), path, specifier, names);
    } catch (error) {
      return run.failure === undefined
        ? stop(run, { kind: "package", path, specifier, error })
        : stop(run, run.failure);
    }
  }
  if (resolved.kind !== "module") return {};
  const namespace = namespaceOf(run, resolved.path);
  // A module of a cycle that still runs may gain names by `export *`.
  return run.running.includes(resolved.path) ? namespace : checked(run, namespace, path, specifier, names);
}

function checked(
  run: Run,
  namespace: Namespace,
  path: string,
  specifier: string,
  names: readonly string[],
): Namespace {
  for (const name of names)
    if (!(name in namespace))
      return stop(run, { kind: "missing-export", path, specifier, name, known: Object.keys(namespace) });
  return namespace;
}

function json(run: Run, file: string, path: string, specifier: string): Namespace {
  try {
    return { default: JSON.parse(run.graph.json.get(file) ?? "") };
  } catch (error) {
    return stop(run, {
      kind: "broken-json",
      path,
      specifier,
      reason: types.isNativeError(error) ? error.message : String(error),
    });
  }
}

/** As Node shows a CommonJS module to ESM: all of it as default, and its properties as names. */
function packageNamespace(loaded: unknown): Namespace {
  const names: Record<string, unknown> = Object.assign({}, loaded);
  if (types.isModuleNamespaceObject(loaded)) return names;
  return "__esModule" in names ? { default: loaded, ...names } : { ...names, default: loaded };
}

function exportAll(namespace: Namespace, from: Namespace): void {
  for (const name of Object.keys(from)) {
    if (name === "default" || name in namespace) continue;
    Object.defineProperty(namespace, name, { enumerable: true, configurable: true, get: () => from[name] });
  }
}

function refusedMeta(run: Run, path: string): object {
  return new Proxy({}, { get: () => stop(run, { kind: "import-meta", path }) });
}

function stop(run: Run, failure: Failure): never {
  run.failure ??= failure;
  throw new Error(failure.kind);
}
