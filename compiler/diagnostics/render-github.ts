import type { LocatedDiagnostic } from "./located.ts";
import { oneText } from "./one-text.ts";

export interface GithubOptions {
  /** Path of the project's root from the repository's root, with `/`; empty where they are the same. */
  readonly prefix: string;
}

/**
 * Workflow commands of GitHub Actions, one a line, which it shows beside the lines of the pull request.
 * Source: docs.github.com, "Workflow commands for GitHub Actions".
 */
export function renderGithub(diagnostics: readonly LocatedDiagnostic[], options: GithubOptions): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic, options)}\n`).join("");
}

function command(diagnostic: LocatedDiagnostic, { prefix }: GithubOptions): string {
  const { place } = diagnostic;
  const properties: [string, string | number][] = [];
  if (place !== undefined) {
    properties.push(["file", prefix === "" ? place.file : `${prefix}/${place.file}`], ["line", place.line]);
    properties.push(["endLine", place.endLine]);
    // GitHub knows columns within one line only.
    if (place.line === place.endLine) properties.push(["col", place.column], ["endColumn", place.endColumn]);
  }
  properties.push(["title", `${diagnostic.code} ${diagnostic.slug}`]);
  const text = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${diagnostic.severity} ${text}::${escapeData(oneText(diagnostic))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
