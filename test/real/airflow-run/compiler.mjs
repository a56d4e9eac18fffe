// The compiler for these lanes: one bundle of its TypeScript.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { deliveryAction } from "../../../src/delivery-action.mjs";

const HERE = fileURLToPath(new URL("./", import.meta.url));

/** The project with a DAG of each kind. */
export const NIGHT = join(HERE, "project");

/** `compileProject(folder, out)` */
export async function compiler() {
  // Beside the packages that it loads.
  const outfile = join(HERE, "../../../node_modules/.cache/odp-airflow-run.mjs");
  await build({
    entryPoints: [join(HERE, "compile.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    plugins: [deliveryAction()],
    outfile,
    logLevel: "error",
  });
  return import(outfile);
}
