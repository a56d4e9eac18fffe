import { types } from "node:util";
import type { ConfigDeclaration } from "../../dsl/declaration.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attach } from "./attach.ts";
import { bundleActions } from "./bundle-actions.ts";
import { collect, isDeclaration } from "./collect.ts";
import { exportedOf } from "./exported.ts";
import { promiseDiagnostic } from "./failures.ts";
import { CONFIG_FILE, findConfig, findEntries } from "./find.ts";
import { folderOf, type Host, joinPath, relativePath } from "./host.ts";
import { joined } from "./joined.ts";
import { nodePackages, type Packages } from "./packages.ts";
import { loadDiagnostic } from "./problems.ts";
import type { Project } from "./project.ts";
import { createRunner, type ModuleRunner } from "./run-modules.ts";
import { type SourceTexts, sourceTexts } from "./sources.ts";
import { fileStart } from "./text-place.ts";
import { validate, validateConfig } from "./validate.ts";

export interface LoadOptions {
  /** A folder of the project: its root or one below. Absolute. */
  readonly root: string;
  /** Entry files, absolute. Default: what the configuration says. */
  readonly entries?: readonly string[];
  /** How long the project's modules may run, in milliseconds, besides a second for each megabyte of text. Default: 10,000. */
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

/**
 * Evaluates a project: its configuration, its pipelines, and all that these import. The only phase that runs code of
 * the user; each step needs the one before:
 *
 * 1. the configuration is found and run; it says which files are pipelines;
 * 2. the pipelines are run, with all that they import;
 * 3. what they declare is collected and validated, and joined with files and comments.
 */
export async function load(options: LoadOptions, host: Host): Promise<Loaded> {
  const configPath = findConfig(options.root, host);
  const root = configPath === undefined ? options.root : folderOf(configPath);
  const runner = createRunner({
    host,
    packages: options.packages ?? nodePackages(),
    print: options.print ?? (() => undefined),
    timeoutMilliseconds: options.timeoutMilliseconds ?? 10_000,
  });
  const { paths } = runner;
  const sources = sourceTexts(root, host, (path) => paths.has(path));
  const { project, diagnostics, bundledFiles }: Found =
    configPath === undefined
      ? { diagnostics: [missingConfig(root)] }
      : await loadFrom(configPath, options, host, runner, sources);
  return {
    ...(project === undefined ? {} : { project }),
    diagnostics,
    sources,
    root,
    packageFiles: [...new Set([...runner.packageFiles, ...(bundledFiles ?? [])])].sort(),
  };
}

type Found = Pick<Loaded, "diagnostics"> & {
  readonly project?: Project;
  readonly bundledFiles?: readonly string[];
};

async function loadFrom(
  configPath: string,
  options: LoadOptions,
  host: Host,
  runner: ModuleRunner,
  sources: SourceTexts,
): Promise<Found> {
  const configProblems = await runner.run([configPath], sources);
  if (configProblems.length > 0) return { diagnostics: configProblems };
  const config = runner.namespaces.get(configPath)?.default;
  if (!isConfig(config)) return { diagnostics: [wrongConfig()] };
  const wrongOptions = validateConfig(config);
  if (wrongOptions.length > 0) return { diagnostics: wrongOptions };

  const out = joinPath(sources.root, config.spec.out ?? `dags-out/${config.spec.project}`);
  const entries = options.entries ?? findEntries(sources.root, config.spec.entries, out, host);
  if (entries.length === 0) return { diagnostics: [missingEntries(config)] };
  const problems = await runner.run(entries, sources);
  if (problems.length > 0) return { diagnostics: problems };
  return projectOf(config, configPath, entries, host, runner, sources);
}

async function projectOf(
  config: ConfigDeclaration,
  configPath: string,
  entries: readonly string[],
  host: Host,
  runner: ModuleRunner,
  sources: SourceTexts,
): Promise<Found> {
  const { root } = sources;
  const diagnostics: Diagnostic[] = [];
  for (const path of entries) {
    const made = runner.namespaces.get(path)?.default;
    // A promise is told below.
    if (!types.isPromise(made) && (!isDeclaration(made) || made.kind !== "pipeline"))
      diagnostics.push(missingPipeline(relativePath(root, path)));
  }
  const exports: unknown[] = [];
  for (const [path, namespace] of runner.namespaces) {
    const values = Object.values(namespace);
    exports.push(...values);
    if (values.some(types.isPromise)) diagnostics.push(promiseDiagnostic(relativePath(root, path)));
  }
  const found = collect([...exports, ...runner.sourcesMade]);
  const attached = attach(found.files, { root, host, isUserFile: sources.isModule });
  diagnostics.push(...validate(found.declarations, found.parts), ...attached.diagnostics);
  if (diagnostics.length > 0) return { diagnostics };
  const bundled = await bundleActions(found.declarations, attached.attachments, root, host);
  const bundledFiles = bundled.packageFiles;
  if (bundled.diagnostics.length > 0) return { diagnostics: bundled.diagnostics, bundledFiles };
  const project: Project = {
    config,
    configFile: relativePath(root, configPath),
    declarations: joined(found.declarations, sources, runner.graph, configPath),
    exported: exportedOf(exports, found.declarations),
    attachments: attached.attachments,
    bundles: bundled.bundles,
  };
  return { project, diagnostics, bundledFiles };
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

function missingConfig(folder: string): Diagnostic {
  return loadDiagnostic("ODP0001", {
    at: { kind: "project" },
    message: `there is no \`${CONFIG_FILE}\` in \`${folder}\` or above`,
    help: "begin a project with `odp init DIR`",
  });
}

function wrongConfig(): Diagnostic {
  return loadDiagnostic("ODP0002", {
    at: { kind: "place", place: fileStart(CONFIG_FILE) },
    message: `\`${CONFIG_FILE}\` does not export a configuration as its default`,
    help: 'write `export default defineConfig({ project: ".." })`',
  });
}

function missingEntries({ site, spec }: ConfigDeclaration): Diagnostic {
  const isDefault = spec.entries === undefined;
  return loadDiagnostic("ODP0003", {
    at: { kind: "site", site, path: isDefault ? [] : ["entries"] },
    message: isDefault
      ? "there is no file named `pipeline.ts` in the project"
      : "no file of the project matches `entries`",
  });
}

function missingPipeline(file: string): Diagnostic {
  return loadDiagnostic("ODP0004", {
    at: { kind: "place", place: fileStart(file) },
    message: `\`${file}\` does not export a pipeline as its default`,
    help: 'write `export default pipeline("name", { .. })`, or name the file otherwise',
  });
}
