import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { loadDiagnostic } from "../../compiler/load/problems.ts";
import { fileStart } from "../../compiler/load/text-place.ts";
import type { Decision } from "./decide.ts";
import type { FileSystem } from "./file-system.ts";
import { MANIFEST_FILE } from "./manifest.ts";
import { unifiedDiff } from "./unified-diff.ts";

const MAX_FILES = 20;
const MAX_DIFFS = 5;
const MAX_LINES = 40;

export interface Difference {
  readonly diagnostics: readonly Diagnostic[];
  /** Unified diffs of the first files that differ. */
  readonly diff: string;
}

interface Finding {
  readonly path: string;
  readonly message: string;
  readonly diff?: readonly [before: string, after: string];
}

/** What stands on disk and should not, and what should and does not. Nothing where the output is up to date. */
export function difference(decision: Decision, fs: FileSystem): Difference {
  const { out } = decision;
  const findings = findingsOf(decision, fs);
  const diagnostics = findings
    .slice(0, MAX_FILES)
    .map(({ path, message }) => stale(`${out}/${path}`, `\`${out}/${path}\` ${message}`));
  const hidden = findings.length - diagnostics.length;
  if (hidden > 0) diagnostics.push(stale(out, `${hidden} more files of \`${out}\` differ`));
  const diffs = findings.flatMap(({ path, diff }) =>
    diff === undefined ? [] : [unifiedDiff(`${out}/${path}`, ...diff, MAX_LINES)],
  );
  const more = diffs.length - MAX_DIFFS;
  return {
    diagnostics,
    diff: diffs.slice(0, MAX_DIFFS).join("") + (more > 0 ? `… ${more} more files differ\n` : ""),
  };
}

function findingsOf(decision: Decision, fs: FileSystem): readonly Finding[] {
  const folder = `${decision.root}/${decision.out}`;
  return [
    ...differing(decision).map(({ path, text, isNew }): Finding => {
      if (isNew) return { path, message: "is missing" };
      const message = "is not what the project compiles to";
      return path === MANIFEST_FILE
        ? { path, message }
        : { path, message, diff: [fs.read(`${folder}/${path}`) ?? "", text] };
    }),
    ...decision.removals.map((path): Finding => ({ path, message: "is not part of the output any more" })),
  ];
}

/** What would be written, without a manifest that git merged line by line: the next compile cleans it. */
function differing({ writes, hasMergedManifest }: Decision): Decision["writes"] {
  return hasMergedManifest ? writes.filter(({ path }) => path !== MANIFEST_FILE) : writes;
}

function stale(path: string, message: string): Diagnostic {
  return loadDiagnostic("ODP0082", {
    at: { kind: "place", place: fileStart(path) },
    message,
    help: "run `odp compile` and commit the result",
  });
}
