// The compiler and the deployer for this lane: one bundle of their TypeScript.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { deliveryAction } from "../../../src/delivery-action.mjs";

const HERE = fileURLToPath(new URL("./", import.meta.url));

/** The folder of the lane's project. */
export const MAIL_ROOM = join(HERE, "project");

/** `compileProject(folder)`, and the deployer's functions. */
export async function odp() {
  // Beside the packages that it loads.
  const outfile = join(HERE, "../../../node_modules/.cache/odp-openwhisk.mjs");
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
