import { countOf, type LocatedDiagnostic } from "../compiler/diagnostics/located.ts";
import { diagnosticsAsData } from "../compiler/diagnostics/render-json.ts";
import type { Outcome } from "./run.ts";
import type { Terminal } from "./terminal.ts";
import type { Timings } from "./timings.ts";
import { VERSION } from "./version.ts";

export const FORMATS = ["terminal", "json", "github", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

/** Prints diagnostics in the format asked for: for people to the errors, for machines to the output. */
export async function showDiagnostics(
  located: readonly LocatedDiagnostic[],
  format: Format,
  text: (file: string) => string | undefined,
  prefix: string,
  terminal: Terminal,
): Promise<void> {
  if (format === "terminal") {
    if (located.length === 0) return;
    const { renderTerminal } = await import("../compiler/diagnostics/render-terminal.ts");
    terminal.err(renderTerminal(located, { text, colour: terminal.hasColour }));
  } else if (format === "github") {
    const { renderGithub } = await import("../compiler/diagnostics/render-github.ts");
    terminal.out(renderGithub(located, { prefix }));
  } else if (format === "sarif") {
    const { renderSarif } = await import("../compiler/diagnostics/render-sarif.ts");
    const { codeInfo } = await import("./code-info.ts");
    terminal.out(renderSarif(located, { version: VERSION, info: codeInfo, prefix }));
  }
}

/** The line at the end, for people. */
export function summary(outcome: Outcome, milliseconds: number, isUnchanged: boolean): string {
  const errors = countOf(outcome.located, "error");
  const warnings = countOf(outcome.located, "warning");
  const found = [many(errors, "error"), many(warnings, "warning")];
  if (errors > 0)
    return `${found.filter((part) => !part.startsWith("0 ")).join(", ")}; nothing was written\n`;
  const { counts, files } = outcome;
  const work = isUnchanged
    ? ["nothing changed"]
    : files === undefined
      ? ["the output is up to date"]
      : [
          `${many(files.written, "file")} written`,
          `${files.unchanged} unchanged`,
          `${files.removed} removed`,
        ];
  const size =
    counts === undefined
      ? []
      : [many(counts.tables, "table"), many(counts.models, "model"), many(counts.tasks, "task")];
  return `${work.join(", ")}; ${[...size, many(warnings, "warning")].join(", ")}; ${Math.round(milliseconds)} ms\n`;
}

/** The whole outcome as JSON. */
export function outcomeAsJson(outcome: Outcome, timings: Timings): string {
  const { counts, files, located, diff } = outcome;
  return `${JSON.stringify(
    {
      ok: countOf(located, "error") === 0,
      diagnostics: diagnosticsAsData(located),
      files: files ?? null,
      tables: counts?.tables ?? null,
      models: counts?.models ?? null,
      tasks: counts?.tasks ?? null,
      warnings: countOf(located, "warning"),
      diff: diff ?? null,
      milliseconds: Math.round(timings.total),
      timings: Object.fromEntries(
        timings.phases.map(([name, milliseconds]) => [name, Number(milliseconds.toFixed(1))]),
      ),
    },
    null,
    2,
  )}\n`;
}

export function timingsTable(timings: Timings): string {
  const rows = [...timings.phases, ["total", timings.total] as const];
  return rows
    .map(([name, milliseconds]) => `${name.padEnd(8)} ${milliseconds.toFixed(1).padStart(9)} ms\n`)
    .join("");
}

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
