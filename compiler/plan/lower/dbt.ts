import { type Graph, nodesOf } from "../../graph/graph.ts";
import type { DbtMove, DbtPlan } from "../dbt.ts";
import * as names from "../names.ts";
import { dbtExposures } from "./dbt-exposures.ts";
import { dbtExternals, dbtSeeds } from "./dbt-inputs.ts";
import { dbtModels } from "./dbt-models.ts";
import { dbtGroups, groupNames } from "./dbt-owners.ts";
import { dbtSelectors, namedTests } from "./dbt-selectors.ts";
import { singularTests } from "./dbt-singular.ts";

/** What the dbt project holds of the user's own declarations; models of captured tables follow from `SourcePlan`. */
export function lowerDbt(graph: Graph): DbtPlan {
  const groups = groupNames(graph);
  const models = dbtModels(graph, groups);
  const seeds = dbtSeeds(graph);
  const singular = singularTests(graph, groups);
  return {
    project: names.dbtProject(graph.config.project),
    models,
    seeds,
    externals: dbtExternals(graph),
    exposures: dbtExposures(graph),
    singularTests: singular,
    selectors: dbtSelectors(graph, models, namedTests(models, seeds, singular)),
    groups: dbtGroups(groups),
    moves: moves(graph),
  };
}

function moves(graph: Graph): readonly DbtMove[] {
  const found = [...nodesOf(graph, "model"), ...nodesOf(graph, "seed")].flatMap(
    (node): readonly DbtMove[] => {
      const { declaration } = node;
      const { movedFrom } = declaration.spec;
      if (movedFrom === undefined) return [];
      const schema = names.layerSchema[declaration.kind === "seed" ? "seed" : declaration.layer];
      return [{ schema, from: movedFrom, to: node.name, node: node.name }];
    },
  );
  return found.sort((a, b) => (a.to < b.to ? -1 : 1));
}
