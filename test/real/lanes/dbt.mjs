// Emitted dbt projects on a real Trino. `dbt parse` sees a third of the mistakes; `dbt run --empty` analyses every model.
import { join } from "node:path";
import { dbtRunner } from "../clients/dbt.mjs";
import { bindingsOf } from "../lib/bindings.mjs";
import { forEachProject } from "../lib/context.mjs";
import { landExternals, runDdl, useCatalogs } from "../lib/ground.mjs";

const DEPRECATIONS_ARE_ERRORS = [
  "--no-partial-parse",
  "--show-all-deprecations",
  "--warn-error-options",
  '{"error":["Deprecations"]}',
];

/** Models read seeds, which `dbt run` does not load. */
const SEEDS_AND_MODELS = ["--resource-type", "seed", "--resource-type", "model"];

/** Steps of one project, each in need of those before it. */
function stepsOf(context, project) {
  const copy = join(context.folder, "dbt", project.name);
  const emitted = join(project.folder, "dbt");
  const environment = context.parts["dbt-environment"];
  const runner = dbtRunner(environment, emitted, copy, bindingsOf(context, project));
  const build = () => runner.dbt(["build", "--exclude", "test_type:unit", "tag:reconcile"]);
  return [
    ["dbt parses it without a deprecation", () => runner.dbt(["parse", ...DEPRECATIONS_ARE_ERRORS])],
    ["its sources are in the lake", () => fillLake(context, project)],
    ["every model is analysed by Trino", () => runner.dbt(["build", "--empty", ...SEEDS_AND_MODELS])],
    ["unit tests pass", () => runner.dbt(["test", "--select", "test_type:unit"])],
    ["it builds", build],
    ["it builds again", build],
    ["an empty lake equals an empty source", () => runner.dbt(["test", "--select", "tag:reconcile"])],
  ];
}

async function fillLake(context, project) {
  await useCatalogs(context, project);
  await runDdl(context, project);
  await landExternals(context, project);
}

export const dbt = {
  name: "dbt",
  summary: "dbt parses every emitted project without a deprecation, and builds it on Trino",
  needs: ["dbt-environment", "postgres", "trino"],
  async run(context) {
    await forEachProject(context, async (project) => {
      let failed = "";
      for (const [what, step] of stepsOf(context, project)) {
        await context.check(`${project.name}: ${what}`, async () => {
          // It would fail for the same reason, and each start of dbt costs seconds.
          if (failed !== "") throw new Error(`did not run, since this failed: ${failed}`);
          failed = what;
          await step();
          failed = "";
        });
      }
    });
  },
};
