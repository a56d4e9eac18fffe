import { runChecks } from "./checks/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { emit } from "./emit/index.ts";
import type { Artifact } from "./emit/target.ts";
import { buildGraph } from "./graph/build.ts";
import type { Graph } from "./graph/graph.ts";
import type { Project } from "./load/project.ts";
import { lower } from "./plan/lower/lower.ts";
import type { Plan } from "./plan/plan.ts";

/** What a project became. Without a plan there are no artifacts: an error writes nothing. */
export interface Compiled {
  /** In the order in which the phases found them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly artifacts: readonly Artifact[];
  readonly graph: Graph;
  readonly plan?: Plan;
}

/** Called before each phase, for timings and progress. */
export type OnPhase = (phase: "graph" | "check" | "lower" | "emit") => void;

/**
 * The compiler from end to end, after loading:
 *
 * 1. graph: names become edges;
 * 2. checks: every rule, always; an error ends here;
 * 3. lower: every shared name is decided; cannot fail;
 * 4. emit: targets format the plan; cannot fail.
 */
export function compile(project: Project, onPhase: OnPhase = () => {}): Compiled {
  const diagnostics: Diagnostic[] = [];
  onPhase("graph");
  const graph = buildGraph(project);
  onPhase("check");
  runChecks(graph, (diagnostic) => diagnostics.push(diagnostic), { off: graph.config.off });
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error"))
    return { diagnostics, artifacts: [], graph };
  onPhase("lower");
  const plan = lower(graph);
  onPhase("emit");
  return { diagnostics, artifacts: emit(plan), graph, plan };
}
