import type { DbtPlan, DbtSelector } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { type YamlValue, yaml } from "../../text/yaml.ts";
import { FULL_COMPARISON } from "./late-changes.ts";
import { LAYER_FOLDER } from "./project.ts";

/** `selectors.yml`: what each task builds. What a stage builds is known by its tag. */
export function selectorsYaml(plan: DbtPlan, configFile: string): string {
  const paths = pathsOf(plan);
  const selectors: YamlValue[] = plan.selectors.map((selector) => ({
    name: selector.name,
    description: selector.description,
    definition: { union: criteria(plan.project, selector, paths) },
  }));
  if (plan.models.some(({ lateChanges }) => lateChanges !== null))
    selectors.push({
      name: FULL_COMPARISON,
      description: "Comparisons of models by period with their full rebuild, for a quiet hour",
      definition: `tag:${FULL_COMPARISON}`,
    });
  return `${header("hash", configFile)}${yaml({ selectors })}`;
}

function criteria(
  project: string,
  selector: DbtSelector,
  paths: ReadonlyMap<string, string>,
): readonly YamlValue[] {
  const values = [
    ...(selector.folder === null ? [] : [[project, ...selector.folder].join(".")]),
    ...(selector.tag === null
      ? [...selector.nodes.map((node) => paths.get(node) ?? node), ...selector.tests]
      : []),
  ];
  return [
    ...(selector.tag === null ? [] : [`tag:${selector.tag}`]),
    ...values.map((value) =>
      selector.isTested ? `fqn:${value}` : { method: "fqn", value, indirect_selection: "empty" },
    ),
    // Changes that are under way would fail the comparison of captured tables with their source.
    ...(selector.folder === null ? [] : [{ exclude: ["tag:reconcile"] }]),
    ...(selector.isWithoutComparisons ? [{ exclude: [`tag:${FULL_COMPARISON}`] }] : []),
  ];
}

/** Whole paths of models and seeds, since a bare name also means every folder of that name. */
function pathsOf({ project, models, seeds }: DbtPlan): ReadonlyMap<string, string> {
  return new Map([
    ...models.map(({ name, layer }) => [name, `${project}.${LAYER_FOLDER[layer]}.${name}`] as const),
    ...seeds.map(({ name }) => [name, `${project}.${name}`] as const),
  ]);
}
