import type { Operation } from "../../compiler/plan/operations.ts";
import { type Difference, differences } from "./compare.ts";
import type { Stamps } from "./stamp.ts";
import type { Scope } from "./state.ts";
import { type BoundState, stateOf } from "./states/index.ts";

/** An operation held against the world. */
export interface Step {
  readonly operation: Operation;
  readonly state: BoundState;
  readonly kind: "create" | "change" | "check" | "same";
  readonly changes: readonly Difference[];
  readonly action: string;
  /** Sentences on what it loses, and on what cannot be done. */
  readonly losses: readonly string[];
  readonly obstacles: readonly string[];
}

/** Reads the world for every operation. */
export async function readSteps(
  operations: readonly Operation[],
  scope: Scope,
  stamps: Stamps,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const operation of operations) steps.push(await readStep(operation, scope, stamps));
  return steps;
}

async function readStep(operation: Operation, scope: Scope, stamps: Stamps): Promise<Step> {
  const state = stateOf(operation, scope);
  const wanted = state.wanted();
  const now = wanted.size === 0 ? undefined : await state.now();
  const exists = now !== undefined;
  const changes = differences(stamps.deployed.get(operation.id), now, wanted);
  const kind = wanted.size === 0 ? "check" : !exists ? "create" : changes.length === 0 ? "same" : "change";
  return {
    operation,
    state,
    kind,
    changes,
    action: state.action(changes, exists),
    losses: exists ? state.losses(changes) : [],
    obstacles: exists ? state.obstacles(changes) : [],
  };
}

/** What a step needs to be named for: a loss, or a change by hand that it overwrites. */
export interface Consent {
  readonly acceptLoss: readonly string[];
  readonly overwrite: readonly string[];
}

/** Why nothing may be done yet, a line each. */
export function blockers(steps: readonly Step[], consent: Consent): readonly string[] {
  return steps.flatMap(({ operation: { id }, changes, losses, obstacles, kind }) => {
    if (kind !== "change") return [];
    const byHand = changes.filter((change) => change.byHand).map(({ facet }) => facet);
    return [
      ...obstacles.map((text) => `${id}: ${text}`),
      ...(losses.length > 0 && !consent.acceptLoss.includes(id)
        ? [...losses.map((text) => `${id} loses data: ${text}`), `  to accept that: --accept-loss ${id}`]
        : []),
      ...(byHand.length > 0 && !consent.overwrite.includes(id)
        ? [
            `${id} was changed by hand: ${byHand.join(", ")}`,
            `  to overwrite that: --overwrite ${id}; to keep it, declare it`,
          ]
        : []),
    ];
  });
}
