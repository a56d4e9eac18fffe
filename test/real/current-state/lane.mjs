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
/**
 * The world of each table: one of those in whose three rounds everything happens that a rule of the models is about, a
 * replay cut by a commit, a restore, a snapshot that is half read, changes of an old epoch that come late. Chosen among
 * 1,500 by what is in them; in that of the orders each mutant differs from the truth.
 */
const SEEDS = { orders: 1123, order_items: 570 };
const ROUNDS = Number(process.env.ODP_REAL_ROUNDS ?? 3);
/** Further worlds of each table, `101,102`: for long runs. */
const MORE_SEEDS = (process.env.ODP_REAL_SEEDS ?? "").split(",").filter(Boolean).map(Number);

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

export const currentState = {
  name: "current-state",
  summary: "state, changes and versions of captured tables equal the truth, whatever happens to their source",
  needs: ["postgres", "trino"],
  async run({ check, parts: { trino } }) {
    const project = await compiledProject();
    const trial = async (table, seed, mutants) => {
      const options = { table, seed, rounds: ROUNDS, mutants };
      const suffix = `${table.name}_${seed}`;
      const { problems, caught } = await runTrial(trino, options, { ...project, suffix });
      expectNone("differences", problems);
      return caught;
    };
    const [orders, orderItems] = TABLES;
    const what = ({ name }, seed) => `${name} equals the truth in every round, seed ${seed}`;

    const trials = [
      check("a source that goes back in time is counted", async () => {
        const options = { table: orders, seed: 3 };
        const { before, after } = await silentRestore(trino, options, { ...project, suffix: "restored" });
        if (before !== 0 || after === 0) throw new Error(`incidents: ${before} before, ${after} after`);
      }),
      check(what(orderItems, SEEDS.order_items), () => trial(orderItems, SEEDS.order_items, [])),
    ];
    const caught = await check(what(orders, SEEDS.orders), () => trial(orders, SEEDS.orders, MUTANTS));
    await Promise.all(trials);
    for (const { name } of MUTANTS)
      await check(`a model is caught in which ${name}`, () => {
        if (!caught?.has(name)) throw new Error("it equals the truth in every round");
      });

    for (const seed of MORE_SEEDS)
      await Promise.all(TABLES.map((table) => check(what(table, seed), () => trial(table, seed, []))));
  },
};
