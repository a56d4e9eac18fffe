import type { DbtPlan } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { type YamlValue, yaml } from "../../text/yaml.ts";
import { LAYER_FOLDER } from "./project.ts";

/** `selectors.yml`: what each task builds, one line a node. */
export function selectorsYaml(plan: DbtPlan, configFile: string): string {
  const paths = pathsOf(plan);
  const selectors = plan.selectors.map((selector) => ({
    name: selector.name,
    description: selector.description,
    definition: {
      union: [...selector.nodes.map((node) => paths.get(node) ?? node), ...selector.tests].map(
        (value): YamlValue =>
          selector.isTested ? `fqn:${value}` : { method: "fqn", value, indirect_selection: "empty" },
      ),
    },
  }));
  return `${header("hash", configFile)}${yaml({ selectors })}`;
}

/** Whole paths of models and seeds, since a bare name also means every folder of that name. */
function pathsOf({ project, models, seeds }: DbtPlan): ReadonlyMap<string, string> {
  return new Map([
    ...models.map(({ name, layer }) => [name, `${project}.${LAYER_FOLDER[layer]}.${name}`] as const),
    ...seeds.map(({ name }) => [name, `${project}.${name}`] as const),
  ]);
}
