import type { LocatedDiagnostic } from "./located.ts";

/** Diagnostics as data, with keys in a fixed order. */
export function diagnosticsAsData(diagnostics: readonly LocatedDiagnostic[]): readonly object[] {
  return diagnostics.map(({ code, slug, severity, message, place, related, help }) => ({
    code,
    slug,
    severity,
    message,
    place: place ?? null,
    related: related.map((other) => ({ message: other.message, place: other.place ?? null })),
    help: help ?? null,
  }));
}
