// Builds the published package: dist/odp.js (the command), dist/dsl (what users import).

import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });

const shared = {
  platform: "node",
  format: "esm",
  target: "node20.19",
  packages: "external",
  logLevel: "warning",
};
await build({
  ...shared,
  entryPoints: { odp: join(root, "src/odp.ts"), "dsl/index": join(root, "dsl/index.ts") },
  outdir: dist,
  bundle: true,
  // One copy of the language for the command and for users; commands are loaded when they are asked for.
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
});
if (!process.argv.includes("--no-types")) emitTypes();

function emitTypes() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  if (!existsSync(tsc)) throw new Error("the package typescript is not installed");
  const { status } = spawnSync(process.execPath, [tsc, "-p", join(root, "src/types.tsconfig.json")], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
}
