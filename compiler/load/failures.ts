import { types } from "node:util";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Mark } from "../diagnostics/mark.ts";
import { suggest } from "../text/suggest.ts";
import type { Failure } from "./evaluate.ts";
import { userFrames } from "./frames.ts";
import { relativePath } from "./host.ts";
import { importMark } from "./import-problems.ts";
import { loadDiagnostic } from "./problems.ts";
import type { Reach } from "./sandbox.ts";
import type { SourceTexts } from "./sources.ts";
import { firstAwait, firstLoop } from "./syntax-search.ts";
import { fileStart } from "./text-place.ts";
import { unknownWord } from "./unknown-word.ts";

/** What a failed evaluation is to the user. */
export async function failureDiagnostic(failure: Failure, sources: SourceTexts): Promise<Diagnostic> {
  const file = relativePath(sources.root, failure.path);
  const start: Mark = { kind: "place", place: fileStart(file) };
  switch (failure.kind) {
    case "thrown":
      return thrown(failure.error, file, sources);
    case "missing-export": {
      const meant = suggest(failure.name, failure.known);
      return loadDiagnostic("ODP0008", {
        at: await importMark(file, failure.specifier, failure.name, sources),
        message: `\`${failure.specifier}\` has no export \`${failure.name}\``,
        ...(meant === undefined ? {} : { help: `did you mean \`${meant}\`?` }),
      });
    }
    case "broken-json":
      return loadDiagnostic("ODP0005", {
        at: await importMark(file, failure.specifier, undefined, sources),
        message: `\`${failure.specifier}\` is not valid JSON: ${failure.reason}`,
      });
    case "package":
      return loadDiagnostic("ODP0006", {
        at: await importMark(file, failure.specifier, undefined, sources),
        message: `the package \`${failure.specifier}\` threw while it was loaded: ${messageOf(failure.error)}`,
      });
    case "dynamic-import":
      return loadDiagnostic("ODP0012", {
        at: (await firstAwait(file, sources)) ?? start,
        message: "a pipeline may not import while it runs",
        help: "import at the top of the file",
      });
    case "import-meta":
      return loadDiagnostic("ODP0011", {
        at: start,
        message: "a pipeline may not ask where its files are (`import.meta`)",
        help: "name files relative to the file that uses them",
      });
    case "endless":
      return loadDiagnostic("ODP0010", {
        at: (await firstLoop(file, sources)) ?? start,
        message: `\`${file}\` did not end within ${failure.seconds} seconds`,
      });
  }
}

async function thrown(error: unknown, file: string, sources: SourceTexts): Promise<Diagnostic> {
  const start: Mark = { kind: "place", place: fileStart(file) };
  if (!types.isNativeError(error))
    return loadDiagnostic("ODP0006", { at: start, message: `\`${file}\` threw ${String(error)}` });
  const stack = error.stack ?? "";
  const at: Mark = userFrames(stack, sources.isModule).length > 0 ? { kind: "site", site: { stack } } : start;
  if (error.name === "SyntaxError" || /^await is not defined$/u.test(error.message)) {
    const place = await firstAwait(file, sources);
    if (place !== undefined)
      return loadDiagnostic("ODP0012", {
        at: place,
        message: "a pipeline may not wait (`await`)",
        help: "declare it without asking the outside",
      });
  }
  if (error.name === "RangeError" && error.message.startsWith("Maximum call stack"))
    return loadDiagnostic("ODP0015", {
      at,
      message: `a function called by \`${file}\` calls itself without an end`,
    });
  const uninitialised = /^Cannot access '(.+)' before initialization$/u.exec(error.message)?.[1];
  if (uninitialised !== undefined)
    return loadDiagnostic("ODP0009", {
      at,
      message: `\`${uninitialised.replace("__vite_ssr_export_default__", "the default export")}\` is used before it is made`,
      help: "of two modules that import each other, move what both need into a third one; inside one file, declare it earlier",
    });
  const message = messageOf(error);
  return loadDiagnostic("ODP0006", { at, message, ...causeHelp(error), ...unknownWord(message) });
}

function causeHelp(error: Error): { readonly help?: string } {
  return error.cause === undefined ? {} : { help: `caused by: ${messageOf(error.cause)}` };
}

/** The message of something thrown, without what the module transform added to names. */
function messageOf(error: unknown): string {
  const text = types.isNativeError(error)
    ? `${error.name === "Error" ? "" : `${error.name}: `}${error.message}`
    : String(error);
  return text
    .replace(/\(0 ?, ?__vite_ssr_import_\d+__\.(\w+)\)/gu, "$1")
    .replace(/__vite_ssr_import_\d+__\./gu, "");
}

/** A module that exports something to wait for. */
export function promiseDiagnostic(file: string): Diagnostic {
  return loadDiagnostic("ODP0012", {
    at: { kind: "place", place: fileStart(file) },
    message: `\`${file}\` exports a promise, and a pipeline may not wait`,
    help: "declare it without asking the outside",
  });
}

const WHY: Readonly<Record<Reach["group"], string>> = {
  clock: "reads the clock",
  chance: "is random",
  environment: "reads the machine",
  network: "reaches the network",
  timer: "waits",
};

const CURE: Readonly<Record<Reach["group"], string>> = {
  clock: 'give the date: `new Date("2026-01-01")`; for times of a run use the schedule and `period`',
  chance: "give the value",
  environment: 'what differs by environment is bound when it runs: `secret("..")`',
  network: "save what is needed in a file of the project",
  timer: "declare it at once",
};

/** Something outside that the user's code reached for. */
export function reachDiagnostic(reach: Reach): Diagnostic {
  return loadDiagnostic("ODP0011", {
    at: { kind: "site", site: { stack: reach.stack } },
    message: `\`${reach.what}\` ${WHY[reach.group]}, and a pipeline may depend on its text only`,
    help: CURE[reach.group],
  });
}
