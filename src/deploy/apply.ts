import { differences } from "./compare.ts";
import type { Stamps } from "./stamp.ts";
import type { Step } from "./steps.ts";

/** How far a deployment came. */
export interface Applied {
  readonly done: readonly string[];
  readonly failed: { readonly id: string; readonly reason: string } | undefined;
  /** Not begun, in order. */
  readonly left: readonly string[];
}

/** Carries the steps out in order and stamps each; the first failure ends it. What is as wanted is stamped only. */
export async function applySteps(
  steps: readonly Step[],
  stamps: Stamps,
  tell: (text: string) => void,
): Promise<Applied> {
  const done: string[] = [];
  for (const [index, step] of steps.entries()) {
    const { id } = step.operation;
    try {
      await applyStep(step, stamps);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        done,
        failed: { id, reason },
        left: steps.slice(index + 1).map(({ operation }) => operation.id),
      };
    }
    if (step.kind === "check") tell(`  ok    ${id}\n`);
    if (step.kind === "check" || step.kind === "same") continue;
    done.push(id);
    tell(`  done  ${id}\n`);
  }
  return { done, failed: undefined, left: [] };
}

async function applyStep(step: Step, stamps: Stamps): Promise<void> {
  const { kind, state, changes, operation } = step;
  if (kind === "check") return state.apply([], false);
  if (kind !== "same") await state.apply(changes, kind === "change");
  const now = await state.now();
  // Believed only when read back.
  const left = differences(undefined, now, state.wanted());
  if (left.length > 0)
    throw new Error(
      `it was carried out, but ${left.map(({ facet, now: found, wanted }) => `${facet} is ${found ?? "missing"} instead of ${wanted ?? "absent"}`).join("; ")}`,
    );
  if (now !== undefined) await stamps.write(operation.id, now);
}
