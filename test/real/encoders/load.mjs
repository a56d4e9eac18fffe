// The encoders are TypeScript: one bundle of them and of the tests' generator of difficult texts.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MODULES = [
  ...[
    "env-file",
    "jinja",
    "json",
    "postgres-sql",
    "properties",
    "python",
    "python-docstring",
    "shell",
    "sql",
    "yaml",
  ].map((name) => `compiler/text/${name}.ts`),
  "test/compiler/text/nasty.ts",
];

export async function loadEncoders(folder) {
  const outfile = join(folder, "encoders.mjs");
  const contents = MODULES.map((path) => `export * from "./${path}";`).join("\n");
  await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  return import(outfile);
}
