// The project as the compiler writes it, for a proof of what its DAGs do.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emit } from "../../../compiler/emit/index.ts";
import { buildGraph } from "../../../compiler/graph/build.ts";
import { load } from "../../../compiler/load/load.ts";
import { lower } from "../../../compiler/plan/lower/lower.ts";
import { disk } from "../../../src/disk.ts";

/** Writes the project of a folder below another one, with the manifest's name so that lanes take it for a project. */
export async function compileProject(folder: string, out: string): Promise<void> {
  const { project, diagnostics } = await load({ root: folder, print: () => {} }, disk());
  if (project === undefined) throw new Error(`the project does not load: ${JSON.stringify(diagnostics)}`);
  const graph = buildGraph(project);
  if (graph.problems.length > 0)
    throw new Error(`the project has problems: ${JSON.stringify(graph.problems)}`);
  const plan = lower(graph);
  rmSync(out, { recursive: true, force: true });
  for (const { path, text } of emit(plan)) write(join(out, path), text);
  write(join(out, "odp-manifest.json"), "{}\n");
  write(join(out, "airflow-plan.json"), JSON.stringify(plan.airflow));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
