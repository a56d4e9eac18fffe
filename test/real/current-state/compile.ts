// The captured tables of a project, as the compiler lowers and writes them.
import { capturedFiles } from "../../../compiler/emit/dbt/captured/captured.ts";
import { buildGraph } from "../../../compiler/graph/build.ts";
import { load } from "../../../compiler/load/load.ts";
import { lowerSources } from "../../../compiler/plan/lower/sources.ts";
import { disk } from "../../../src/disk.ts";

/** Plan and dbt files of the project in a folder. */
export async function compileCaptured(folder: string) {
  const { project, diagnostics } = await load({ root: folder, print: () => {} }, disk());
  if (project === undefined) throw new Error(`the project does not load: ${JSON.stringify(diagnostics)}`);
  const graph = buildGraph(project);
  if (graph.problems.length > 0)
    throw new Error(`the project has problems: ${JSON.stringify(graph.problems)}`);
  const plan = lowerSources(graph);
  return { plan, files: capturedFiles(plan.sources) };
}
