import type { Operation } from "../../../compiler/plan/operations.ts";
import type { Difference, Facets } from "../compare.ts";
import type { Scope, State } from "../state.ts";
import { connector } from "./connector.ts";
import { postgres } from "./postgres.ts";
import { topic } from "./topic.ts";
import { trino } from "./trino.ts";

const STATES: { readonly [Kind in Operation["kind"]]: State<Kind> } = { connector, postgres, topic, trino };

/** An operation with its state, whatever kind it is of. */
export interface BoundState {
  readonly wanted: () => Facets;
  readonly now: () => Promise<Facets | undefined>;
  readonly losses: (changes: readonly Difference[]) => readonly string[];
  readonly obstacles: (changes: readonly Difference[]) => readonly string[];
  readonly action: (changes: readonly Difference[], exists: boolean) => string;
  readonly apply: (changes: readonly Difference[], exists: boolean) => Promise<void>;
}

export function stateOf(operation: Operation, scope: Scope): BoundState {
  switch (operation.kind) {
    case "connector":
      return bound(STATES.connector, operation, scope);
    case "postgres":
      return bound(STATES.postgres, operation, scope);
    case "topic":
      return bound(STATES.topic, operation, scope);
    case "trino":
      return bound(STATES.trino, operation, scope);
  }
}

function bound<Kind extends Operation["kind"]>(
  state: State<Kind>,
  operation: Extract<Operation, { readonly kind: Kind }>,
  scope: Scope,
): BoundState {
  return {
    wanted: () => state.wanted(operation, scope),
    now: () => state.now(operation, scope),
    losses: (changes) => state.losses(operation, changes),
    obstacles: (changes) => state.obstacles(operation, changes),
    action: (changes, exists) => state.action(operation, changes, exists),
    apply: (changes, exists) => state.apply(operation, scope, changes, exists),
  };
}
