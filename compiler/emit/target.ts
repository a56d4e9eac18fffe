import type { Plan } from "../plan/plan.ts";

/** A file of the output. */
export interface Artifact {
  /** Relative to the output folder of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Ids of the declarations that it comes from, sorted; empty for what every project has. */
  readonly from: readonly string[];
}

/** A system that files are written for. It sees only the sections that it reads, and only formats them. */
export interface Target<Section extends keyof Plan = keyof Plan> {
  /** For the help text. */
  readonly summary: string;
  readonly reads: readonly Section[];
  readonly emit: (plan: Pick<Plan, Section>) => readonly Artifact[];
}

/** Declares a target; `emit` is typed by what it reads. */
export function target<Section extends keyof Plan>(made: Target<Section>): Target<Section> {
  return made;
}
