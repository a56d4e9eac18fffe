import type { DbtPlan } from "../../plan/dbt.ts";
import { type Artifact, target } from "../target.ts";
import { capturedFiles } from "./captured/captured.ts";
import { exposureYaml, groupYaml } from "./exposures.ts";
import { externalYaml } from "./externals.ts";
import { lateChangesTests } from "./late-changes.ts";
import { macroFiles } from "./macros.ts";
import { modelSql } from "./model-sql.ts";
import { modelYaml } from "./model-yaml.ts";
import { profilesYaml } from "./profiles.ts";
import { LAYER_FOLDER, projectYaml } from "./project.ts";
import { seedCsv, seedYaml } from "./seeds.ts";
import { selectorsYaml } from "./selectors.ts";
import { singularSql, singularYaml } from "./singular.ts";

/** A whole dbt project, without packages. */
export const dbt = target({
  summary: "a dbt project for Trino",
  reads: ["config", "dbt", "sources"],
  emit: ({ config, dbt: plan, sources }) => [
    ...common(plan, config.catalog),
    ...declared(plan),
    ...capturedFiles(sources),
  ],
});

/** The user's file for what every project has. */
const CONFIG = "odp.config.ts";

function common(plan: DbtPlan, catalog: string): readonly Artifact[] {
  const files: readonly (readonly [string, string])[] = [
    [".gitignore", ".user.yml\nlogs/\ntarget/\n"],
    ["dbt_project.yml", projectYaml(plan, CONFIG)],
    ["profiles.yml", profilesYaml(plan, catalog, CONFIG)],
    ["selectors.yml", selectorsYaml(plan, CONFIG)],
    ...macroFiles(CONFIG),
    ...plan.groups.map((group) => [`models/groups/${group.name}.yml`, groupYaml(group, CONFIG)] as const),
  ];
  return files.map(([path, text]) => artifact(path, text, []));
}

function declared(plan: DbtPlan): readonly Artifact[] {
  return [
    ...plan.models.flatMap((model) => {
      const path = `models/${LAYER_FOLDER[model.layer]}/${model.name}`;
      return [
        ...lateChangesTests(model).map(([name, text]) => artifact(`tests/${name}.sql`, text, [model.id])),
        artifact(`${path}.sql`, modelSql(model), [model.id]),
        artifact(`${path}.yml`, modelYaml(model), [model.id]),
      ];
    }),
    ...plan.seeds.flatMap((seed) => [
      artifact(`seeds/${seed.name}.csv`, seedCsv(seed), [seed.id]),
      artifact(`seeds/${seed.name}.yml`, seedYaml(seed), [seed.id]),
    ]),
    ...plan.externals.map((external) =>
      artifact(`models/externals/${external.name}.yml`, externalYaml(external), [external.id]),
    ),
    ...plan.exposures.map((exposure) =>
      artifact(`models/exposures/${exposure.name}.yml`, exposureYaml(exposure), [exposure.id]),
    ),
    ...plan.singularTests.flatMap((test) => [
      artifact(`tests/${test.name}.sql`, singularSql(test), [test.id]),
      ...(test.description === "" ? [] : [artifact(`tests/${test.name}.yml`, singularYaml(test), [test.id])]),
    ]),
  ];
}

function artifact(path: string, text: string, from: readonly string[]): Artifact {
  return { path: `dbt/${path}`, text, from };
}
