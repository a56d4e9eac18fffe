// Builds the published package: dist/odp.js (the command), dist/dsl (what users import).
//   --no-types       leaves out the declarations of dist/dsl
//   --into FOLDER    builds there instead of into dist; below the repository, where packages are found

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { deliveryAction } from "./delivery-action.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const into = process.argv.indexOf("--into");
const dist = into < 0 ? join(root, "dist") : resolve(process.argv[into + 1] ?? "dist");
const made = join(root, `node_modules/.odp-build-${process.pid}`);

rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
await build({
  entryPoints: { odp: join(root, "src/odp.ts"), "dsl/index": join(root, "dsl/index.ts") },
  outdir: made,
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
  bundle: true,
  plugins: [deliveryAction()],
  // Reading one file is faster than finding a package; what has native parts or is a program stays outside.
  external: ["esbuild", "oxc-parser", "oxc-transform", "typescript", "ts-morph"],
  // Packages in CommonJS call `require` for Node's own modules.
  banner: {
    js: 'import { createRequire as odpRequire } from "node:module"; const require = odpRequire(import.meta.url);',
  },
  minifySyntax: true,
  minifyWhitespace: true,
  // One copy of the language for the command and for users; commands are loaded when they are asked for.
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
});
if (!process.argv.includes("--no-types")) emitTypes();
// The old one is there until the new one is whole.
rmSync(dist, { recursive: true, force: true });
renameSync(made, dist);

function emitTypes() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  if (!existsSync(tsc)) throw new Error("the package typescript is not installed");
  const settings = join(root, "src/types.tsconfig.json");
  const { status } = spawnSync(process.execPath, [tsc, "-p", settings, "--outDir", join(made, "dsl")], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
}
