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

/** In this order: unit tests need the tables, and a second build meets what the first left. */
const STEPS = [
  ["every model is analysed by Trino", ["run", "--empty"]],
  ["unit tests pass", ["test", "--select", "test_type:unit"]],
  ["it builds", ["build", "--exclude", "test_type:unit", "tag:reconcile"]],
  ["it builds again", ["build", "--exclude", "test_type:unit", "tag:reconcile"]],
];

export const dbt = {
  name: "dbt",
  summary: "dbt parses every emitted project without a deprecation, and builds it on Trino",
  needs: ["dbt-environment", "postgres", "trino"],
  async run(context) {
    const { check, parts, folder } = context;
    await forEachProject(context, async (project) => {
      const copy = join(folder, "dbt", project.name);
      const emitted = join(project.folder, "dbt");
      const runner = dbtRunner(parts["dbt-environment"], emitted, copy, bindingsOf(context, project));
      await check(`${project.name}: dbt parses it`, () => runner.dbt(["parse", ...DEPRECATIONS_ARE_ERRORS]));
      await useCatalogs(context, project);
      await runDdl(context, project);
      await landExternals(context, project);
      for (const [what, args] of STEPS) await check(`${project.name}: ${what}`, () => runner.dbt(args));
    });
  },
};
