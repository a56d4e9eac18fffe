import type { CodeInfo } from "./diagnostic.ts";
import type { LocatedDiagnostic } from "./located.ts";
import type { Place } from "./mark.ts";
import { oneText } from "./one-text.ts";

export interface SarifOptions {
  /** Version of odp. */
  readonly version: string;
  /** What stands behind a code. */
  readonly info: (code: string) => CodeInfo | undefined;
  /** Path of the project's root from the repository's root, with `/`; empty where they are the same. */
  readonly prefix: string;
}

/**
 * SARIF 2.1.0, for GitHub code scanning and editors.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function renderSarif(diagnostics: readonly LocatedDiagnostic[], options: SarifOptions): string {
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].sort();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "odp",
            version: options.version,
            rules: codes.map((code) => rule(code, options.info(code))),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: diagnostic.severity,
          message: { text: oneText(diagnostic) },
          locations: locations(diagnostic.place, options.prefix),
          relatedLocations: diagnostic.related.flatMap((related, id) =>
            locations(related.place, options.prefix).map((location) => ({
              id,
              ...location,
              message: { text: related.message },
            })),
          ),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: string, info: CodeInfo | undefined): object {
  if (info === undefined) return { id: code };
  return {
    id: code,
    name: info.slug,
    shortDescription: { text: info.slug },
    help: { text: info.explain, markdown: info.explain },
    defaultConfiguration: { level: info.severity },
  };
}

function locations(place: Place | undefined, prefix: string): readonly object[] {
  if (place === undefined) return [];
  const path = prefix === "" ? place.file : `${prefix}/${place.file}`;
  return [
    {
      physicalLocation: {
        artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/") },
        region: {
          startLine: place.line,
          startColumn: place.column,
          endLine: place.endLine,
          endColumn: place.endColumn,
        },
      },
    },
  ];
}
