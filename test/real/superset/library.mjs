// What `odp deploy` imports a bundle with, as one module: the lane imports as the product does.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export async function loadLibrary(folder) {
  const outfile = join(folder, "superset-library.mjs");
  const contents = ["bundle", "client", "owned"]
    .map((name) => `export * from "./src/superset/${name}.ts";`)
    .join("\n");
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
