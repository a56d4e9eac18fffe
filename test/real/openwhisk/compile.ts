// The project of the lane as the compiler writes it, and what deploys it.
import { readFileSync } from "node:fs";
import { compile } from "../../../compiler/compile.ts";
import { load } from "../../../compiler/load/load.ts";
import type { Plan } from "../../../compiler/plan/plan.ts";
import { disk } from "../../../src/disk.ts";

export { openwhiskClient } from "../../../src/openwhisk/client.ts";
export { compareActions, deployActions, wantedActions } from "../../../src/openwhisk/deploy.ts";

/** The files and the plan of the project in a folder. */
export async function compileProject(
  folder: string,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly plan: Plan }> {
  const { project, diagnostics } = await load({ root: folder, print: () => {} }, disk());
  if (project === undefined) throw new Error(`the project does not load: ${JSON.stringify(diagnostics)}`);
  const compiled = compile(project);
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  if (compiled.plan === undefined || errors.length > 0)
    throw new Error(`the project has errors:\n${errors.map(({ message }) => message).join("\n")}`);
  return { files: new Map(compiled.artifacts.map(({ path, text }) => [path, text])), plan: compiled.plan };
}

export const readText = (path: string): string => readFileSync(path, "utf8");
