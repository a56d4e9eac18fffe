// The dbt project of a folder of declarations, as the compiler lowers and writes it.
import { dbt } from "../../../compiler/emit/dbt/dbt.ts";
import { buildGraph } from "../../../compiler/graph/build.ts";
import { load } from "../../../compiler/load/load.ts";
import { lowerDbt } from "../../../compiler/plan/lower/dbt.ts";
import { lowerSources } from "../../../compiler/plan/lower/sources.ts";
import * as odp from "../../../dsl/index.ts";
import { disk } from "../../../src/disk.ts";

/** Files below `dbt/` of the project in a folder. */
export async function compileDbt(folder: string) {
  const packages = { resolve: (name: string) => (name === "odp" ? "odp" : undefined), load: () => odp };
  const { project, diagnostics } = await load({ root: folder, packages }, disk());
  if (project === undefined) throw new Error(`the project does not load: ${JSON.stringify(diagnostics)}`);
  const graph = buildGraph(project);
  if (graph.problems.length > 0)
    throw new Error(`the project has problems: ${JSON.stringify(graph.problems)}`);
  const { mark: _, ...config } = graph.config;
  return dbt.emit({ config, dbt: lowerDbt(graph), sources: lowerSources(graph).sources });
}
