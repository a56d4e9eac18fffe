import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CODES } from "../compiler/diagnostics/codes.ts";
import { type Diagnostic, diagnose } from "../compiler/diagnostics/diagnostic.ts";
import { parseTypeErrors } from "./type-errors.ts";
import { fileSystem } from "./write/file-system.ts";
import { makeStateFolder, STATE_FOLDER } from "./write/journal.ts";

/** A type check that runs beside the compile. */
export interface TypeCheck {
  readonly result: Promise<readonly Diagnostic[]>;
  readonly stop: () => void;
}

/** Starts the native TypeScript compiler on a project's files; the project's own compiler, where it has one. */
export function startTypeCheck(root: string): TypeCheck {
  const tsc = findCompiler(root);
  if (tsc === undefined)
    return {
      result: Promise.resolve([
        failed(
          "the package `typescript` is not installed",
          "install it: `npm install --save-dev typescript`",
        ),
      ]),
      stop: () => undefined,
    };
  const child = spawn(process.execPath, [tsc, "-p", writeSettings(root), "--pretty", "false"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => texts.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => texts.push(text));
  const result = new Promise<readonly Diagnostic[]>((resolve) => {
    child.on("error", (error) => resolve([failed(`the type check did not start: ${error.message}`)]));
    child.on("close", (status) => {
      const text = texts.join("");
      const found = parseTypeErrors(text);
      const isSilent = found.length === 0 && status !== 0;
      resolve(isSilent ? [failed(`the type check failed: ${text.trim().split("\n")[0] ?? ""}`)] : found);
    });
  });
  return { result, stop: () => void child.kill() };
}

/** For projects without a `tsconfig.json`: what `odp init` writes. */
const DEFAULTS = {
  strict: true,
  target: "es2023",
  lib: ["es2023"],
  module: "nodenext",
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  types: [],
};

/**
 * Settings for this project's files alone: those of the nearest `tsconfig.json`, which may be that of a repository
 * with much else in it. Where the project cannot find `odp`, it is shown the language of this command.
 */
function writeSettings(root: string): string {
  const nearest = nearestSettings(root);
  const path = join(root, STATE_FOLDER, "tsconfig.json");
  const isInstalled = resolves("odp/package.json", root) || resolves("odp", root);
  const isMapped = nearest !== undefined && readFileSync(nearest, "utf8").includes('"odp"');
  const settings = {
    ...(nearest === undefined ? {} : { extends: nearest }),
    compilerOptions: {
      ...(nearest === undefined ? DEFAULTS : {}),
      noEmit: true,
      rootDir: "/",
      ...(!isInstalled && !isMapped ? { paths: { odp: [languageTypes()] } } : {}),
    },
    include: [`${root}/**/*.ts`],
    exclude: [`${root}/**/node_modules`, `${root}/dags-out`, `${root}/.*`],
  };
  makeStateFolder(root, fileSystem);
  writeFileSync(path, JSON.stringify(settings));
  return path;
}

function nearestSettings(folder: string): string | undefined {
  const path = join(folder, "tsconfig.json");
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestSettings(parent);
}

/** The declarations beside this command, built or as sources. */
function languageTypes(): string {
  const built = fileURLToPath(new URL("./dsl/index.d.ts", import.meta.url));
  const besideChunks = fileURLToPath(new URL("../dsl/index.d.ts", import.meta.url));
  return [built, besideChunks].find((path) => existsSync(path)) ?? besideChunks;
}

function resolves(name: string, root: string): boolean {
  try {
    createRequire(join(root, "odp.config.ts")).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** The script of `tsc`, if it is one of version 7 or later, which starts in a tenth of a second. */
function findCompiler(root: string): string | undefined {
  for (const from of [join(root, "package.json"), import.meta.url]) {
    try {
      const manifest = createRequire(from).resolve("typescript/package.json");
      const script = join(dirname(manifest), "bin/tsc");
      if (existsSync(script)) return script;
    } catch {
      // Not installed there; odp's own comes next.
    }
  }
  return undefined;
}

function failed(message: string, help?: string): Diagnostic {
  return diagnose("ODP0090", CODES.ODP0090, {
    at: { kind: "project" },
    message,
    ...(help === undefined ? {} : { help }),
  });
}
