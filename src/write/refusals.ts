import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { loadDiagnostic } from "../../compiler/load/problems.ts";
import { fileStart } from "../../compiler/load/text-place.ts";
import type { Refusal } from "./decide.ts";

const WORDS = {
  foreign: { code: "ODP0080", message: "was not written by odp", cure: "move it away, or replace it" },
  edited: {
    code: "ODP0081",
    message: "was changed by hand",
    cure: "make the change in the project, then replace it",
  },
} as const;

/** Why nothing was written. */
export function refusalDiagnostic({ kind, path }: Refusal): Diagnostic {
  const at = { kind: "place", place: fileStart(path) } as const;
  if (kind === "unsafe")
    return loadDiagnostic("ODP0083", {
      at,
      message: `\`${path}\` is no ordinary file or folder below the root`,
      help: "remove the link, or choose another `out`",
    });
  const { code, message, cure } = WORDS[kind];
  return loadDiagnostic(code, {
    at,
    message: `\`${path}\` ${message}`,
    help: `${cure}: \`odp compile --overwrite ${path}\``,
  });
}
