import type { Code, CodeInfo, Finding } from "../diagnostics/diagnostic.ts";
import type { Graph } from "../graph/graph.ts";

/**
 * One rule: a code, what it means, and a pure function that finds the breaches. Its bad and mended examples stand in
 * `test/compiler/checks/<slug>/`.
 */
export interface Check extends CodeInfo {
  readonly code: Code;
  readonly run: (graph: Graph, report: (finding: Finding) => void) => void;
}

/** Declares a check; only a name for the shape. */
export function check(made: Check): Check {
  return made;
}
