import type { Operation } from "../../compiler/plan/operations.ts";
import type { Plan } from "../../compiler/plan/plan.ts";
import type { Difference, Facets } from "./compare.ts";
import type { World } from "./world.ts";

/** What a state may look at besides its operation. */
export interface Scope {
  readonly plan: Plan;
  readonly world: World;
}

/** How one kind of operation is read, compared and carried out. */
export interface State<Kind extends Operation["kind"]> {
  /** The facets that the plan wants; none for an operation that only checks. */
  readonly wanted: (operation: Of<Kind>, scope: Scope) => Facets;
  /** The facets of the world; undefined where the thing does not exist. Facets of others' making are left out. */
  readonly now: (operation: Of<Kind>, scope: Scope) => Promise<Facets | undefined>;
  /** What data a change loses, a sentence each. */
  readonly losses: (operation: Of<Kind>, changes: readonly Difference[]) => readonly string[];
  /** What cannot be done at all, a sentence each with the way round. */
  readonly obstacles: (operation: Of<Kind>, changes: readonly Difference[]) => readonly string[];
  /** What will be done, in a few words. */
  readonly action: (operation: Of<Kind>, changes: readonly Difference[], exists: boolean) => string;
  readonly apply: (
    operation: Of<Kind>,
    scope: Scope,
    changes: readonly Difference[],
    exists: boolean,
  ) => Promise<void>;
}

export type Of<Kind extends Operation["kind"]> = Extract<Operation, { readonly kind: Kind }>;
