import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Mark } from "../diagnostics/mark.ts";
import { suggest } from "../text/suggest.ts";
import { fileNameOf, folderOf, type Host, joinPath, relativePath } from "./host.ts";
import type { ModuleProblem } from "./modules.ts";
import { loadDiagnostic } from "./problems.ts";
import type { SourceTexts } from "./sources.ts";
import { fileStart, textPlace } from "./text-place.ts";

/** The diagnostic of a file that could not be read or understood, or of an import that leads nowhere. */
export async function problemDiagnostic(
  problem: ModuleProblem,
  sources: SourceTexts,
  host: Host,
): Promise<Diagnostic> {
  const file = relativePath(sources.root, problem.path);
  if (problem.kind === "missing-file")
    return loadDiagnostic("ODP0003", { at: { kind: "project" }, message: `there is no file \`${file}\`` });
  if (problem.kind === "syntax") return syntaxError(file, sources);
  const at = await importMark(file, problem.specifier, undefined, sources);
  const { resolved, specifier } = problem;
  if (resolved.kind === "outside")
    return loadDiagnostic("ODP0007", {
      at,
      message: `\`${specifier}\` reaches outside, which a pipeline may not`,
      help: "files are named by `sqlFile`, `seed`, `run.python` and `action`; what differs by environment is bound when it runs",
    });
  if (resolved.kind === "no-module")
    return loadDiagnostic("ODP0007", {
      at,
      message: `\`${specifier}\` is no module`,
      ...(specifier.endsWith(".sql")
        ? { help: "use `sqlFile(..)` for SQL" }
        : { help: "modules end in `.ts`, `.js` or `.json`" }),
    });
  if (!specifier.startsWith(".") && !specifier.startsWith("/"))
    return loadDiagnostic("ODP0007", {
      at,
      message: `there is no package \`${specifier}\``,
      help: `install it: \`npm install ${specifier}\``,
    });
  const meant = neighbour(specifier, problem.path, host);
  return loadDiagnostic("ODP0007", {
    at,
    message: `there is no module \`${specifier}\``,
    ...(meant === undefined ? {} : { help: `did you mean \`${meant}\`?` }),
  });
}

async function syntaxError(file: string, sources: SourceTexts): Promise<Diagnostic> {
  const text = sources.text(file) ?? "";
  const { parseSync } = await import("oxc-parser");
  const found = parseSync(file, text, { sourceType: "module", showSemanticErrors: true }).errors.find(
    (error) => error.severity === "Error",
  );
  const label = found?.labels[0];
  return loadDiagnostic("ODP0005", {
    at: {
      kind: "place",
      place: label === undefined ? fileStart(file) : textPlace(file, text, label.start, label.end),
    },
    message: lowered(found?.message ?? "the file is not valid TypeScript"),
    ...(found?.helpMessage === null || found?.helpMessage === undefined
      ? {}
      : { help: lowered(found.helpMessage) }),
  });
}

function lowered(text: string): string {
  return text.replace(/^[A-Z](?=[a-z ])/u, (letter) => letter.toLowerCase()).replace(/\.$/u, "");
}

/** The specifier of an import, or the name that it imports. */
export async function importMark(
  file: string,
  specifier: string,
  name: string | undefined,
  sources: SourceTexts,
): Promise<Mark> {
  const text = sources.text(file) ?? "";
  const { parseSync } = await import("oxc-parser");
  const { staticImports, staticExports } = parseSync(file, text, { sourceType: "module" }).module;
  const spans: { readonly start: number; readonly end: number }[] = [];
  for (const found of staticImports) {
    if (found.moduleRequest.value !== specifier) continue;
    const entry = found.entries.find(
      (entry) => !entry.isType && (entry.importName.name ?? "default") === name,
    );
    spans.push(
      spanOf(entry?.importName.start, entry?.importName.end) ?? entry?.localName ?? found.moduleRequest,
    );
  }
  for (const found of staticExports)
    for (const entry of found.entries)
      if (entry.moduleRequest?.value === specifier && (name === undefined || entry.importName.name === name))
        spans.push(spanOf(entry.importName.start, entry.importName.end) ?? entry.moduleRequest);
  const span = spans[0];
  return {
    kind: "place",
    place: span === undefined ? fileStart(file) : textPlace(file, text, span.start, span.end),
  };
}

function spanOf(
  start: number | null | undefined,
  end: number | null | undefined,
): { readonly start: number; readonly end: number } | undefined {
  return typeof start === "number" && typeof end === "number" ? { start, end } : undefined;
}

function neighbour(specifier: string, from: string, host: Host): string | undefined {
  const path = joinPath(folderOf(from), specifier);
  const names = (host.list(folderOf(path)) ?? [])
    .filter((entry) => entry.kind === "file")
    .map((entry) => entry.name);
  const meant = suggest(fileNameOf(path), names);
  return meant === undefined ? undefined : specifier.slice(0, specifier.lastIndexOf("/") + 1) + meant;
}
