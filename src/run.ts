import { compile } from "../compiler/compile.ts";
import type { Diagnostic } from "../compiler/diagnostics/diagnostic.ts";
import { countOf, type LocatedDiagnostic, locateAll } from "../compiler/diagnostics/located.ts";
import { nodesOf } from "../compiler/graph/graph.ts";
import { joinPath, relativePath } from "../compiler/load/host.ts";
import { load } from "../compiler/load/load.ts";
import { createLocator } from "../compiler/load/locate.ts";
import type { SourceTexts } from "../compiler/load/sources.ts";
import { disk } from "./disk.ts";
import { type StoredResult, saveState } from "./state.ts";
import type { Stopwatch } from "./timings.ts";
import type { TypeCheck } from "./type-check.ts";
import { apply } from "./write/apply.ts";
import { difference } from "./write/check.ts";
import { decide } from "./write/decide.ts";
import { fileSystem } from "./write/file-system.ts";
import { refusalDiagnostic } from "./write/refusals.ts";

export interface RunOptions {
  /** A folder of the project; absolute. */
  readonly folder: string;
  /** Output folder, absolute, instead of the configuration's. */
  readonly out?: string;
  /** Compares only. */
  readonly isCheck: boolean;
  /** Files of the output, from the root, that may be replaced whatever they hold. */
  readonly overwrite: readonly string[];
  /** Key of the state; without it none is kept. */
  readonly stateKey?: string;
  readonly print: (text: string) => void;
}

/** How a run ended. */
export interface Outcome {
  readonly root: string;
  readonly located: readonly LocatedDiagnostic[];
  readonly sources: Pick<SourceTexts, "text">;
  /** Counts of files; missing where nothing was written. */
  readonly files?: { readonly written: number; readonly unchanged: number; readonly removed: number };
  readonly counts?: StoredResult;
  /** What `--check` found. */
  readonly diff?: string;
}

/** Loads, compiles, and writes or compares. */
export async function run(
  options: RunOptions,
  types: TypeCheck | undefined,
  watch: Stopwatch,
): Promise<Outcome> {
  watch.begin("load");
  const host = disk();
  const loaded = await load({ root: options.folder, print: options.print }, host);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics];
  const { root, sources } = loaded;
  const compiled = loaded.project && compile(loaded.project, watch.begin);
  diagnostics.push(...(compiled?.diagnostics ?? []));
  if (types !== undefined) {
    watch.begin("types");
    diagnostics.push(...(await types.result));
  }
  const end = async (rest: Omit<Outcome, "root" | "located" | "sources">): Promise<Outcome> => {
    if (diagnostics.length > 0) watch.begin("locate");
    const located = diagnostics.length === 0 ? [] : locateAll(diagnostics, await createLocator(sources));
    return { root, located, sources, ...rest };
  };
  if (loaded.project === undefined || compiled?.plan === undefined || countOf(diagnostics, "error") > 0)
    return end({});

  watch.begin("write");
  const { config } = loaded.project;
  const folder = options.out ?? joinPath(root, config.spec.out ?? `dags-out/${config.spec.project}`);
  const out = relativePath(root, folder);
  const decision = decide(
    { root, out, artifacts: compiled.artifacts, overwrite: options.overwrite },
    fileSystem,
  );
  diagnostics.push(...decision.refusals.map(refusalDiagnostic));
  if (decision.refusals.length > 0) return end({});
  const counts = {
    warnings: [],
    files: compiled.artifacts.length + 1,
    tables: nodesOf(compiled.graph, "table").length,
    models: nodesOf(compiled.graph, "model").length,
    tasks: compiled.plan.airflow.dags.reduce((sum, dag) => sum + dag.tasks.length, 0),
  };
  if (options.isCheck) {
    const { diagnostics: stale, diff } = difference(decision, fileSystem);
    diagnostics.push(...stale);
    return end({ counts, diff });
  }
  apply(decision, fileSystem);
  const outcome = await end({
    counts,
    files: {
      written: decision.writes.length,
      unchanged: decision.unchanged,
      removed: decision.removals.length,
    },
  });
  if (options.stateKey === undefined) return outcome;
  watch.begin("state");
  saveState(
    root,
    options.stateKey,
    {
      inputs: host,
      outputs: { folder: `${root}/${out}`, contents: decision.contents },
      others: loaded.packageFiles,
    },
    { ...counts, warnings: outcome.located },
  );
  return outcome;
}
