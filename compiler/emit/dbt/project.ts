import type { DbtPlan } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaString } from "../../text/jinja.ts";
import { flow, type YamlValue, yaml } from "../../text/yaml.ts";
import { LAYER_MATERIALIZATION } from "./model-sql.ts";

/** Folder of each layer below `models/`. */
export const LAYER_FOLDER = {
  staging: "staging",
  intermediate: "intermediate",
  mart: "marts",
  model: "models",
} as const;

/** `dbt_project.yml`. */
export function projectYaml(plan: DbtPlan, configFile: string): string {
  const moves = plan.moves.map(
    ({ schema, from, to, node }) =>
      `{{ move_table(${[schema, from, to, node].map(jinjaString).join(", ")}) }}`,
  );
  const document = {
    name: plan.project,
    version: "1.0.0",
    "config-version": 2,
    "require-dbt-version": flow([">=1.10.8", "<2.0.0"]),
    profile: plan.project,
    "model-paths": flow(["models"]),
    "seed-paths": flow(["seeds"]),
    "test-paths": flow(["tests"]),
    "macro-paths": flow(["macros"]),
    "clean-targets": flow(["target", "logs"]),
    flags: FLAGS,
    ...(moves.length === 0 ? {} : { "on-run-start": moves }),
    models: { [plan.project]: modelDefaults(plan) },
    ...(plan.seeds.length === 0 ? {} : { seeds: { [plan.project]: SEED_DEFAULTS } }),
  };
  return `${header("hash", configFile)}${yaml(document)}`;
}

const FLAGS = {
  // A test runs with the last of the models that it reads, not with the first.
  indirect_selection: "buildable",
  require_certificate_validation: true,
  require_generic_test_arguments_property: true,
  require_unique_project_resource_names: true,
  require_valid_schema_from_generate_schema_name: true,
  send_anonymous_usage_stats: false,
  skip_nodes_if_on_run_start_fails: true,
  state_modified_compare_more_unrendered_values: true,
};

const SEED_DEFAULTS = {
  "+schema": "seeds",
  "+on_table_exists": "replace",
  "+persist_docs": { relation: true },
};

/** dbt warns of settings that no model uses, so only the layers that are there stand in it. */
function modelDefaults({ models }: DbtPlan): YamlValue {
  const layers = (["staging", "intermediate", "mart", "model"] as const).flatMap((layer) => {
    const first = models.find((model) => model.layer === layer);
    if (first === undefined) return [];
    return [
      [
        LAYER_FOLDER[layer],
        { "+schema": first.schema, "+materialized": LAYER_MATERIALIZATION[layer] },
      ] as const,
    ];
  });
  return {
    "+on_table_exists": "replace",
    "+persist_docs": { relation: true },
    ...Object.fromEntries(layers),
  };
}
