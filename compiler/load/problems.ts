import { CODES, type LoadCode } from "../diagnostics/codes.ts";
import { type Diagnostic, diagnose, type Finding } from "../diagnostics/diagnostic.ts";

/** Makes a diagnostic of loading. */
export function loadDiagnostic(code: LoadCode, finding: Finding): Diagnostic {
  return diagnose(code, CODES[code], finding);
}
