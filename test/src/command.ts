import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The command as users run it: built, in processes of its own. */
export interface BuiltCommand {
  readonly script: string;
  readonly run: (
    args: readonly string[],
    options?: RunOptions,
  ) => { readonly status: number | null; readonly out: string; readonly err: string };
  readonly start: (args: readonly string[]) => ReturnType<typeof spawn>;
  readonly remove: () => void;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
}

/** Builds the command into a folder of its own, below the repository so that packages are found. */
export function buildCommand(): BuiltCommand {
  const folder = join(ROOT, "node_modules", `.odp-test-${process.pid}`);
  const built = spawnSync(process.execPath, [join(ROOT, "src/build.mjs"), "--into", folder], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.stderr);
  const script = join(folder, "odp.js");
  return {
    script,
    run: (args, { cwd, env, nodeArgs = [] } = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, script, ...args], {
        encoding: "utf8",
        cwd: cwd ?? ROOT,
        env: { ...process.env, ...env },
      });
      return { status, out: stdout, err: stderr };
    },
    start: (args) => spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "odp-command-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Every file below a folder with its text; `.odp` is left out. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const visit = (path: string, below: string): void => {
    for (const name of readdirSync(path).sort()) {
      if (name === ".odp") continue;
      const inner = join(path, name);
      const relative = below === "" ? name : `${below}/${name}`;
      if (statSync(inner).isDirectory()) visit(inner, relative);
      else files[relative] = readFileSync(inner, "utf8");
    }
  };
  visit(folder, "");
  return files;
}
