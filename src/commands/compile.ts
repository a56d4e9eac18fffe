import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { countOf } from "../../compiler/diagnostics/located.ts";
import { findConfig } from "../../compiler/load/find.ts";
import { folderOf } from "../../compiler/load/host.ts";
import { disk } from "../disk.ts";
import type { Outcome } from "../run.ts";
import { type Format, outcomeAsJson, showDiagnostics, summary, timingsTable } from "../show.ts";
import { unchangedResult } from "../state.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { stopwatch } from "../timings.ts";
import { VERSION } from "../version.ts";

/** Flags of `odp compile`. */
export interface CompileFlags {
  readonly check?: boolean;
  readonly types?: boolean;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly timings?: boolean;
  readonly out?: string;
  readonly format?: Format;
  readonly cache?: boolean;
  readonly overwrite?: readonly string[];
}

export async function compileCommand(
  folder: string,
  flags: CompileFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.watch === true) {
    const { watchProject } = await import("../watch.ts");
    const { internalError } = await import("../internal-error.ts");
    const again = () =>
      compileOnce(folder, flags, terminal, false).catch((error: unknown) =>
        terminal.err(internalError(error)),
      );
    return watchProject(resolve(folder), again, terminal);
  }
  return compileOnce(folder, flags, terminal, true);
}

async function compileOnce(
  folder: string,
  flags: CompileFlags,
  terminal: Terminal,
  isFirst: boolean,
): Promise<ExitCode> {
  const watch = stopwatch(isFirst);
  const absolute = resolve(folder);
  const root = rootOf(absolute);
  const format = flags.json === true ? "json" : (flags.format ?? "terminal");
  const needsTypes = flags.types === true || flags.check === true;
  const stateKey = flags.cache === false || flags.check === true ? undefined : keyOf(flags);

  watch.begin("state");
  const stored = stateKey === undefined || needsTypes ? undefined : unchangedResult(root, stateKey);
  const types = needsTypes ? (await import("../type-check.ts")).startTypeCheck(root) : undefined;
  const progress = showProgress(terminal, stored === undefined && format === "terminal");
  if (stored === undefined) watch.begin("import");
  const outcome: Outcome =
    stored === undefined
      ? await (await import("../run.ts")).run(
          {
            folder: absolute,
            isCheck: flags.check === true,
            overwrite: (flags.overwrite ?? []).flatMap((path) => pathsFromRoot(path, root)),
            print: (text) => terminal.err(`${text}\n`),
            ...(flags.out === undefined ? {} : { out: resolve(flags.out) }),
            ...(stateKey === undefined ? {} : { stateKey }),
          },
          types,
          watch,
        )
      : {
          root,
          located: stored.warnings,
          sources: { text: (file) => readText(join(root, file)) },
          files: { written: 0, unchanged: stored.files, removed: 0 },
          counts: stored,
        };
  progress.end();
  const timings = watch.stop();
  await showDiagnostics(outcome.located, format, outcome.sources.text, prefixOf(outcome.root), terminal);
  if (format === "json") terminal.out(outcomeAsJson(outcome, timings));
  if (format === "terminal") {
    if (outcome.diff !== undefined) terminal.out(outcome.diff);
    terminal.err(
      `${outcome.located.length > 0 ? "\n" : ""}${summary(outcome, timings.total, stored !== undefined)}`,
    );
  }
  if (flags.timings === true && format !== "json") terminal.err(timingsTable(timings));
  return countOf(outcome.located, "error") > 0 ? EXIT.errors : EXIT.ok;
}

/** Folder of the nearest configuration; the folder itself, where there is none. */
function rootOf(folder: string): string {
  const config = findConfig(folder, disk());
  return config === undefined ? folder : folderOf(config);
}

/** Everything besides files that decides the output; the command's own file changes with every build of odp. */
function keyOf(flags: CompileFlags): string {
  const own = statSync(fileURLToPath(import.meta.url));
  return [VERSION, own.size, own.mtimeMs, process.version, flags.out ?? ""].join(" ");
}

/** A path as the shell means it, and as messages print it, from the root. */
function pathsFromRoot(path: string, root: string): readonly string[] {
  return [relative(root, resolve(path)), relative(root, resolve(root, path))].map((found) =>
    found.replaceAll("\\", "/"),
  );
}

/** Path of the project from the repository's root, where annotations are counted from. */
function prefixOf(root: string): string {
  const base = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const found = relative(base, root).replaceAll("\\", "/");
  return found.startsWith("..") ? "" : found;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const PROGRESS_AFTER_MILLISECONDS = 400;

/** A line that says that work goes on, on a terminal, when it takes long; it goes away at the end. */
function showProgress(terminal: Terminal, isWanted: boolean): { readonly end: () => void } {
  if (!isWanted || !terminal.isInteractive) return { end: () => undefined };
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    terminal.err("compiling…");
  }, PROGRESS_AFTER_MILLISECONDS);
  return {
    end: () => {
      clearTimeout(timer);
      if (isShown) terminal.err("\r\u001b[K");
    },
  };
}
