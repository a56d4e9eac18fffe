// The project of this lane: compiled from TypeScript by a bundle of the compiler, then run by dbt.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { dbtRunner } from "../clients/dbt.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Compiles the project and gives its folder. */
export async function emitProject({ folder }) {
  // Below the repository, so that the compiler's packages are found.
  const outfile = here(`../../../node_modules/.cache/odp-periods.mjs`);
  await build({
    entryPoints: [here("compile.ts")],
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  const { compileDbt } = await import(outfile);
  for (const { path, text } of await compileDbt(here("project"))) {
    const target = join(folder, "periods", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return join(folder, "periods", "dbt");
}

/** dbt on a copy of the project, in the lane's own catalog. */
export function runnerOf({ folder, ports, parts }, session, emitted, name, catalog) {
  const env = {
    ODP_TRINO_HOST: "127.0.0.1",
    ODP_TRINO_PORT: String(ports.trino),
    ODP_LAKE_CATALOG: catalog,
    ODP_DBT_THREADS: "2",
  };
  return dbtRunner(parts["dbt-environment"], emitted, join(folder, name), env, session);
}
