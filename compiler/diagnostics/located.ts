import type { Code, Diagnostic, Severity } from "./diagnostic.ts";
import type { Mark, Place } from "./mark.ts";

/** A diagnostic with lines and columns, as it is printed. */
export interface LocatedDiagnostic {
  readonly code: Code;
  readonly slug: string;
  readonly severity: Severity;
  readonly message: string;
  /** Missing for what concerns the whole project. */
  readonly place?: Place;
  readonly related: readonly { readonly place?: Place; readonly message: string }[];
  readonly help?: string;
}

/** Finds the places and sorts by file, line, column, code and message; what concerns the whole project comes first. */
export function locateAll(
  diagnostics: readonly Diagnostic[],
  locate: (mark: Mark) => Place | undefined,
): readonly LocatedDiagnostic[] {
  return diagnostics
    .map(({ at, related, ...rest }) => ({
      ...rest,
      ...placed(locate(at)),
      related: related.map((other) => ({ ...placed(locate(other.at)), message: other.message })),
    }))
    .sort(compare);
}

function placed(place: Place | undefined): { readonly place?: Place } {
  return place === undefined ? {} : { place };
}

function compare(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  return (
    text(a.place?.file ?? "", b.place?.file ?? "") ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    text(a.code, b.code) ||
    text(a.message, b.message)
  );
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many of each severity. */
export function countOf(diagnostics: readonly { readonly severity: Severity }[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}
