import { type Graph, nodesOf } from "../../graph/graph.ts";
import type { DbtModel, DbtMove, DbtPlan, DbtSeed } from "../dbt.ts";
import * as names from "../names.ts";
import { dbtExposures } from "./dbt-exposures.ts";
import { dbtExternals, dbtSeeds } from "./dbt-inputs.ts";
import { dbtModels } from "./dbt-models.ts";
import { dbtGroups, groupNames } from "./dbt-owners.ts";
import { dbtSelectors, namedTests, selectorTags } from "./dbt-selectors.ts";
import { singularTests } from "./dbt-singular.ts";

/** What the dbt project holds of the user's own declarations; models of captured tables follow from `SourcePlan`. */
export function lowerDbt(graph: Graph): DbtPlan {
  const groups = groupNames(graph);
  const models = dbtModels(graph, groups);
  const seeds = dbtSeeds(graph);
  const singular = singularTests(graph, groups);
  const selectors = dbtSelectors(graph, models, namedTests(models, seeds, singular));
  const tags = selectorTags(selectors);
  return {
    project: names.dbtProject(graph.config.project),
    models: models.map((model) => tagged(model, tags)),
    seeds: seeds.map((seed) => tagged(seed, tags)),
    externals: dbtExternals(graph),
    exposures: dbtExposures(graph),
    singularTests: singular.map((test) => ({ ...test, tags: withTag(test.tags, tags.get(test.name)) })),
    selectors,
    groups: dbtGroups(groups),
    moves: moves(graph),
  };
}

/** A model or seed with the tag of the selector that builds it, and its tests with the tags of theirs. */
function tagged<Node extends DbtModel | DbtSeed>(node: Node, tags: ReadonlyMap<string, string>): Node {
  const tests = node.tests.map((test) =>
    test.kind === "relationships" ? { ...test, tags: withTag(test.tags, tags.get(test.name)) } : test,
  );
  return { ...node, tags: withTag(node.tags, tags.get(node.name)), tests };
}

function withTag(tags: readonly string[], tag: string | undefined): readonly string[] {
  return tag === undefined ? tags : [...tags, tag].sort();
}

function moves(graph: Graph): readonly DbtMove[] {
  const found = [...nodesOf(graph, "model"), ...nodesOf(graph, "seed")].flatMap(
    (node): readonly DbtMove[] => {
      const { declaration } = node;
      const schema = names.layerSchema[declaration.kind === "seed" ? "seed" : declaration.layer];
      return names
        .formerNames(declaration.spec.movedFrom)
        .map((from) => ({ schema, from, to: node.name, node: node.name }));
    },
  );
  return found.sort((a, b) => (a.to < b.to ? -1 : 1));
}
