import * as dsl from "../../dsl/index.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { evaluate, type Namespace } from "./evaluate.ts";
import { failureDiagnostic, reachDiagnostic } from "./failures.ts";
import type { Host } from "./host.ts";
import { problemDiagnostic } from "./import-problems.ts";
import { gatherModules, type ModuleGraph } from "./modules.ts";
import type { Packages } from "./packages.ts";
import { createSandbox } from "./sandbox.ts";
import type { SourceTexts } from "./sources.ts";

/** The user's modules, as far as they were run. */
export interface ModuleRunner {
  readonly graph: ModuleGraph;
  readonly namespaces: ReadonlyMap<string, Namespace>;
  /** Every source that was made, also one that no module exports. */
  readonly sourcesMade: readonly object[];
  /** Paths of all modules; kept when the modules themselves are gone. */
  readonly paths: ReadonlySet<string>;
  /** Files of packages that were imported. */
  readonly packageFiles: ReadonlySet<string>;
  /** Reads, transforms and evaluates entries and what they import; what went wrong. */
  readonly run: (entries: readonly string[], sources: SourceTexts) => Promise<readonly Diagnostic[]>;
}

export interface RunnerOptions {
  readonly host: Host;
  readonly packages: Packages;
  readonly print: (text: string) => void;
  readonly timeoutMilliseconds: number;
}

export function createRunner({ host, packages, print, timeoutMilliseconds }: RunnerOptions): ModuleRunner {
  const graph: ModuleGraph = { modules: new Map(), json: new Map(), problems: [] };
  const sandbox = createSandbox(print);
  const sourcesMade: object[] = [];
  const language: Namespace = { ...dsl, postgres: recording(sourcesMade) };
  const namespaces = new Map<string, Namespace>();
  const paths = new Set<string>();
  const packageFiles = new Set<string>();
  const resolvePackage: Packages["resolve"] = (name, from) => {
    const path = packages.resolve(name, from);
    if (path !== undefined) packageFiles.add(path);
    return path;
  };
  const run: ModuleRunner["run"] = async (entries, sources) => {
    gatherModules(entries, graph, host, resolvePackage);
    for (const path of graph.modules.keys()) paths.add(path);
    if (graph.problems.length > 0)
      return Promise.all(graph.problems.map((problem) => problemDiagnostic(problem, sources, host)));
    const surroundings = {
      context: sandbox.context,
      language,
      loadPackage: packages.load,
      timeoutMilliseconds: timeoutMilliseconds + MILLISECONDS_A_CHARACTER * charactersOf(graph),
    };
    const failure = evaluate(entries, graph, { namespaces }, surroundings);
    if (sandbox.reaches.length > 0) return sandbox.reaches.map(reachDiagnostic);
    return failure === undefined ? [] : [await failureDiagnostic(failure, sources)];
  };
  return { graph, namespaces, sourcesMade, paths, packageFiles, run };
}

/** The limit grows with the project: a second for a million characters, ten times what a busy machine needs. */
const MILLISECONDS_A_CHARACTER = 0.001;

function charactersOf(graph: ModuleGraph): number {
  let sum = 0;
  for (const { text } of graph.modules.values()) sum += text.length;
  return sum;
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
