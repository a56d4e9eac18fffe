import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { loadDiagnostic } from "../../compiler/load/problems.ts";
import { fileStart } from "../../compiler/load/text-place.ts";
import type { Decision } from "./decide.ts";
import type { FileSystem } from "./file-system.ts";
import { MANIFEST_FILE } from "./manifest.ts";
import { unifiedDiff } from "./unified-diff.ts";

const MAX_FILES = 10;
const MAX_LINES = 60;

export interface Difference {
  readonly diagnostics: readonly Diagnostic[];
  /** Unified diffs of the first files. */
  readonly diff: string;
}

/** What stands on disk and should not, and what should and does not. Nothing where the output is up to date. */
export function difference(decision: Decision, fs: FileSystem): Difference {
  const folder = `${decision.root}/${decision.out}`;
  const diagnostics: Diagnostic[] = [];
  const diffs: string[] = [];
  const report = (path: string, message: string, before: string, after: string): void => {
    diagnostics.push(
      loadDiagnostic("ODP0082", {
        at: { kind: "place", place: fileStart(`${decision.out}/${path}`) },
        message: `\`${decision.out}/${path}\` ${message}`,
        help: "run `odp compile` and commit the result",
      }),
    );
    if (path !== MANIFEST_FILE && diffs.length < MAX_FILES)
      diffs.push(unifiedDiff(`${decision.out}/${path}`, before, after, MAX_LINES));
  };
  for (const { path, text, isNew } of decision.writes)
    report(
      path,
      isNew ? "is missing" : "is not what the project compiles to",
      fs.read(`${folder}/${path}`) ?? "",
      text,
    );
  for (const path of decision.removals)
    report(path, "is not part of the output any more", fs.read(`${folder}/${path}`) ?? "", "");
  const more = diagnostics.length - diffs.length;
  return {
    diagnostics,
    diff: diffs.join("") + (diffs.length === MAX_FILES && more > 0 ? `… ${more} more files\n` : ""),
  };
}
