// The emitted models of captured tables against random worlds: in each round they are built as dbt builds them, and
// state, changes and versions are held against the truth. Then the same for models that lack a rule: each has to be
// caught.
import { join } from "node:path";
import { build } from "esbuild";
import { expectNone } from "../lib/context.mjs";
import { MUTANTS } from "./mutants.mjs";
import { TABLES } from "./tables.mjs";
import { runTrial, silentRestore } from "./trial.mjs";

const HERE = new URL(".", import.meta.url).pathname;
const SEEDS = (process.env.ODP_REAL_SEEDS ?? "1").split(",").map(Number);
const ROUNDS = Number(process.env.ODP_REAL_ROUNDS ?? 5);

/** The compiler's own lowering and writing of the project beside this file. */
export async function compiledProject() {
  // Beside the repository's packages, which the bundle imports.
  const outfile = join(HERE, "../../../node_modules/.cache/odp-current-state/compile.mjs");
  await build({
    entryPoints: [join(HERE, "compile.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
    outfile,
  });
  const { compileCaptured } = await import(outfile);
  const { plan, files } = await compileCaptured(join(HERE, "project"));
  const nameOf = (path) =>
    path.endsWith("macros/cdc.sql") ? "macros" : path.split("/").at(-1).replace(".sql", "");
  return {
    plan: plan.sources[0],
    ddl: plan.trino[0].statements,
    files: new Map(
      files.filter(({ path }) => path.endsWith(".sql")).map(({ path, text }) => [nameOf(path), text]),
    ),
  };
}

/** Which model a mutant is a mutant of. */
const isMutated = (model, of) =>
  of === "state"
    ? /^base_\w+__(orders|order_items)$/.test(model)
    : of === "changes"
      ? /^base_.*_changes$/.test(model)
      : model.endsWith("_history");

export const currentState = {
  name: "current-state",
  summary: "state, changes and versions of captured tables equal the truth, whatever happens to their source",
  needs: ["postgres", "trino"],
  async run({ check, parts: { trino } }) {
    const project = await compiledProject();
    for (const seed of SEEDS)
      await Promise.all(
        TABLES.map((table) =>
          check(`${table.name} equals the truth in every round, seed ${seed}`, async () => {
            const suffix = `${table.name}_${seed}`;
            const { problems } = await runTrial(
              trino,
              { table, seed, rounds: ROUNDS },
              { ...project, suffix },
            );
            expectNone("differences", problems);
          }),
        ),
      );

    const [orders] = TABLES;
    await check("a source that goes back in time is counted", async () => {
      const { before, after } = await silentRestore(
        trino,
        { table: orders, seed: 3 },
        { ...project, suffix: "restored" },
      );
      if (before !== 0 || after === 0) throw new Error(`incidents: ${before} before, ${after} after`);
    });

    const mutants = MUTANTS.map((mutant, index) => ({ ...mutant, suffix: `mutant_${index}` }));
    for (const pair of mutants
      .map((_, index) => mutants.slice(index, index + 2))
      .filter((_, index) => index % 2 === 0))
      await Promise.all(
        pair.map(({ name, of, mutate, suffix }) =>
          check(`a model is caught in which ${name}`, async () => {
            const mutated = {
              ...project,
              suffix,
              mutate: (model, text) => (isMutated(model, of) ? mutate(text) : text),
            };
            for (const seed of [11, 12, 13]) {
              const { problems } = await runTrial(
                trino,
                { table: orders, seed, rounds: 5, faces: [of] },
                mutated,
              );
              if (problems.length > 0) return;
            }
            throw new Error("it equals the truth in three trials");
          }),
        ),
      );
  },
};
