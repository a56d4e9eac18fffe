import { types } from "node:util";
import type { ConfigDeclaration, Declaration } from "../../dsl/declaration.ts";
import * as dsl from "../../dsl/index.ts";
import { COLUMN, DECLARATION, SQL } from "../../dsl/symbols.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attach } from "./attach.ts";
import { collect, isDeclaration } from "./collect.ts";
import { createDescriber } from "./docs/describe.ts";
import { evaluate, modulesImportedBy, type Namespace } from "./evaluate.ts";
import { failureDiagnostic, promiseDiagnostic, reachDiagnostic } from "./failures.ts";
import { CONFIG_FILE, findConfig, findEntries } from "./find.ts";
import { userFileOf } from "./frames.ts";
import { folderOf, type Host, joinPath, relativePath } from "./host.ts";
import { problemDiagnostic } from "./import-problems.ts";
import { gatherModules, type ModuleGraph } from "./modules.ts";
import { nodePackages, type Packages } from "./packages.ts";
import { loadDiagnostic } from "./problems.ts";
import type { LoadedDeclaration, Project } from "./project.ts";
import { createSandbox } from "./sandbox.ts";
import { type SourceTexts, sourceTexts } from "./sources.ts";
import { validate, validateConfig } from "./validate.ts";

export interface LoadOptions {
  /** A folder of the project: its root or one below. Absolute. */
  readonly root: string;
  /** Entry files, absolute. Default: what the configuration says. */
  readonly entries?: readonly string[];
  /** How long the project's modules may run, in milliseconds. Default: 10,000. */
  readonly timeoutMilliseconds?: number;
  /** Where `console.log` of the project's modules goes. Default: nowhere. */
  readonly print?: (text: string) => void;
  /** How packages are found. Default: as Node does. */
  readonly packages?: Packages;
}

export interface Loaded {
  /** Missing where a diagnostic says why. */
  readonly project?: Project;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
  /** Folder of `odp.config.ts`; the folder given, where there is none. */
  readonly root: string;
  /** Absolute paths of all files of packages that were used. */
  readonly packageFiles: readonly string[];
}

/** Evaluates a project: its configuration, its pipelines, and all that these import. */
export async function load(options: LoadOptions, host: Host): Promise<Loaded> {
  const configPath = findConfig(options.root, host);
  const root = configPath === undefined ? options.root : folderOf(configPath);
  const graph: ModuleGraph = { modules: new Map(), json: new Map(), problems: [] };
  const packages = options.packages ?? nodePackages();
  const diagnostics: Diagnostic[] = [];
  const sources = sourceTexts(root, host, (path) => graph.modules.has(path));
  const packageFiles = new Set<string>();
  const resolvePackage: Packages["resolve"] = (name, from) => {
    const path = packages.resolve(name, from);
    if (path !== undefined) packageFiles.add(path);
    return path;
  };
  const end = (project?: Project): Loaded => ({
    ...(project === undefined ? {} : { project }),
    diagnostics,
    sources,
    root,
    packageFiles: [...packageFiles].sort(),
  });
  const place = (path: string) => relativePath(root, path);

  if (configPath === undefined) {
    diagnostics.push(
      loadDiagnostic("ODP0001", {
        at: { kind: "project" },
        message: `there is no \`${CONFIG_FILE}\` in \`${options.root}\` or above`,
        help: "begin a project with `odp init DIR`",
      }),
    );
    return end();
  }

  const sandbox = createSandbox(options.print ?? (() => undefined));
  const sourcesMade: object[] = [];
  const language: Namespace = { ...dsl, postgres: recording(sourcesMade) };
  const namespaces = new Map<string, Namespace>();
  /** Whether all went well. */
  const run = async (entries: readonly string[]): Promise<boolean> => {
    gatherModules(entries, graph, host, resolvePackage);
    for (const problem of graph.problems) diagnostics.push(await problemDiagnostic(problem, sources, host));
    if (graph.problems.length > 0) return false;
    const failure = evaluate(
      entries,
      graph,
      { namespaces },
      {
        context: sandbox.context,
        language,
        loadPackage: packages.load,
        timeoutMilliseconds: options.timeoutMilliseconds ?? 10_000,
      },
    );
    for (const reach of sandbox.reaches) diagnostics.push(reachDiagnostic(reach));
    if (failure !== undefined && sandbox.reaches.length === 0)
      diagnostics.push(await failureDiagnostic(failure, sources));
    return diagnostics.length === 0;
  };

  if (!(await run([configPath]))) return end();
  const config = namespaces.get(configPath)?.default;
  if (!isConfig(config)) {
    diagnostics.push(
      loadDiagnostic("ODP0002", {
        at: {
          kind: "place",
          place: { file: place(configPath), line: 1, column: 1, endLine: 1, endColumn: 1 },
        },
        message: `\`${CONFIG_FILE}\` does not export a configuration as its default`,
        help: 'write `export default defineConfig({ project: ".." })`',
      }),
    );
    return end();
  }

  diagnostics.push(...validateConfig(config));
  if (diagnostics.length > 0) return end();
  const out = joinPath(root, config.spec.out ?? `dags-out/${config.spec.project}`);
  const entries = options.entries ?? findEntries(root, config.spec.entries, out, host);
  if (entries.length === 0) {
    diagnostics.push(
      loadDiagnostic("ODP0003", {
        at: {
          kind: "site",
          site: config.site,
          path: config.spec.entries === undefined ? [] : ["entries"],
        },
        message:
          config.spec.entries === undefined
            ? "there is no file named `pipeline.ts` in the project"
            : "no file of the project matches `entries`",
      }),
    );
    return end();
  }
  if (!(await run(entries))) return end();

  for (const path of entries) {
    const made = namespaces.get(path)?.default;
    if (isDeclaration(made) && made.kind === "pipeline") continue;
    diagnostics.push(
      loadDiagnostic("ODP0004", {
        at: { kind: "place", place: { file: place(path), line: 1, column: 1, endLine: 1, endColumn: 1 } },
        message: `\`${place(path)}\` does not export a pipeline as its default`,
        help: 'write `export default pipeline("name", { .. })`, or name the file otherwise',
      }),
    );
  }

  const roots: unknown[] = [];
  for (const [path, namespace] of namespaces) {
    const values = Object.values(namespace);
    roots.push(...values);
    if (values.some(types.isPromise)) diagnostics.push(promiseDiagnostic(place(path)));
  }
  const found = collect([...roots, ...sourcesMade]);
  diagnostics.push(...validate(found.declarations, found.parts));
  const attached = attach(found.files, { root, host, isUserFile: sources.isModule });
  diagnostics.push(...attached.diagnostics);
  const declarations = described(found.declarations, configPath, sources, host, graph);
  if (diagnostics.length > 0) return end();
  return end({
    config,
    configFile: place(configPath),
    declarations,
    exported: exportedOf(roots, found.declarations),
    attachments: attached.attachments,
  });
}

/** Every declaration with its file and its comments, sorted. */
function described(
  found: ReadonlySet<Declaration>,
  fallback: string,
  sources: SourceTexts,
  host: Host,
  graph: ModuleGraph,
): readonly LoadedDeclaration[] {
  const describe = createDescriber({
    text: host.readText,
    resolve: (path, specifier) => graph.modules.get(path)?.imports.get(specifier),
    imports: (path) => modulesImportedBy(graph.modules.get(path)),
  });
  const sourceFiles = new Map<string, string>();
  for (const declaration of found)
    if (declaration.kind === "postgres")
      sourceFiles.set(declaration.name, userFileOf(declaration.site.stack, sources.isModule) ?? fallback);
  const declarations: LoadedDeclaration[] = [];
  for (const declaration of found) {
    const path =
      (declaration.kind === "table"
        ? sourceFiles.get(declaration.source)
        : userFileOf(declaration.site.stack, sources.isModule)) ?? fallback;
    const { description, columns } = describe(declaration, path);
    declarations.push({
      declaration,
      file: relativePath(sources.root, path),
      columnDescriptions: columns,
      ...(description === undefined ? {} : { description }),
    });
  }
  return declarations.sort(byKindAndName);
}

function byKindAndName(a: LoadedDeclaration, b: LoadedDeclaration): number {
  const left = a.declaration;
  const right = b.declaration;
  if (left.kind !== right.kind) return left.kind < right.kind ? -1 : 1;
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

function isConfig(value: unknown): value is ConfigDeclaration {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "config" &&
    "spec" in value
  );
}

/**
 * A table knows its source by name only, so a source that no module exports could not be found from the tables that
 * are read: every source made is remembered.
 */
function recording(made: object[]): typeof dsl.postgres {
  const record: typeof dsl.postgres = (name, spec) => {
    const source = dsl.postgres(name, spec);
    made.push(source);
    return source;
  };
  return record;
}

/** Exported by a module, alone or in a list or record, or listed by a pipeline; the tables of an exported source too. */
function exportedOf(
  roots: readonly unknown[],
  declarations: ReadonlySet<Declaration>,
): ReadonlySet<Declaration> {
  const exported = new Set<Declaration>();
  const add = (value: unknown, depth: number): void => {
    const declaration = declarationOf(value);
    if (declaration !== undefined) {
      exported.add(declaration);
      if (declaration.kind === "postgres") for (const table of declaration.tables) exported.add(table);
    } else if (depth > 0 && isContainer(value))
      for (const inner of Object.values(value)) add(inner, depth - 1);
  };
  for (const root of roots) add(root, 3);
  for (const declaration of declarations)
    if (declaration.kind === "pipeline" && Array.isArray(declaration.spec?.outputs))
      for (const output of declaration.spec.outputs) add(output, 0);
  return exported;
}

/** A list or record of the user's own; columns and templates of the language are none. */
function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(SQL in value) && !(COLUMN in value);
}

function declarationOf(value: unknown): Declaration | undefined {
  if (isDeclaration(value)) return value;
  if (typeof value !== "object" || value === null || !(DECLARATION in value)) return undefined;
  const body = value[DECLARATION];
  if (isDeclaration(body)) return body;
  if (typeof body !== "object" || body === null || !("declaration" in body)) return undefined;
  return isDeclaration(body.declaration) ? body.declaration : undefined;
}
