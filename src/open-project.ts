import { resolve } from "node:path";
import { countOf, locateAll } from "../compiler/diagnostics/located.ts";
import { renderTerminal } from "../compiler/diagnostics/render-terminal.ts";
import { buildGraph } from "../compiler/graph/build.ts";
import type { Graph } from "../compiler/graph/graph.ts";
import { load } from "../compiler/load/load.ts";
import { createLocator, type Locate } from "../compiler/load/locate.ts";
import type { Project } from "../compiler/load/project.ts";
import { disk } from "./disk.ts";
import type { Terminal } from "./terminal.ts";

/** A project, for commands that look and do not write. */
export interface OpenProject {
  readonly project: Project;
  readonly graph: Graph;
  readonly locate: Locate;
}

/** Loads a project and builds its graph; says why, where that is not possible. */
export async function openProject(folder: string, terminal: Terminal): Promise<OpenProject | undefined> {
  const loaded = await load({ root: resolve(folder), print: (text) => terminal.err(`${text}\n`) }, disk());
  const locate = await createLocator(loaded.sources);
  if (loaded.project === undefined) {
    const located = locateAll(loaded.diagnostics, locate);
    terminal.err(renderTerminal(located, { text: loaded.sources.text, colour: terminal.hasColour }));
    if (countOf(located, "error") === 0) terminal.err("the project could not be loaded\n");
    return undefined;
  }
  return { project: loaded.project, graph: buildGraph(loaded.project), locate };
}
