import type { Raw } from "../../../dsl/values.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import type { KeyProblem } from "../../facts/key-problem.ts";
import { markAt } from "../../graph/nodes.ts";

/** Raw settings as the key lists read them. */
export function rawEntries(raw: Raw): readonly (readonly [string, string])[] {
  return Object.entries(raw).map(([key, value]) => [
    key,
    String(typeof value === "object" ? value.value : value),
  ]);
}

/** The reason that a user gives for a key which no list holds, or nothing. */
export function reasonFor(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  const reason = typeof value === "object" ? value.reason.trim() : "";
  return reason === "" ? undefined : reason;
}

/** What is wrong with raw settings; a key that is only unknown may stand with a reason. */
export function rawFindings(
  raw: Raw,
  problems: readonly KeyProblem[],
  at: Mark,
  where: string,
): readonly Finding[] {
  return problems
    .filter((problem) => Object.hasOwn(raw, problem.key))
    .filter((problem) => problem.kind !== "unknown" || reasonFor(raw, problem.key) === undefined)
    .map((problem) => ({
      at: markAt(at, problem.key),
      message: `${SAID[problem.kind](problem.key, where)}: ${problem.reason}`,
      help: helpFor(problem),
    }));
}

const SAID: Readonly<Record<KeyProblem["kind"], (key: string, where: string) => string>> = {
  unknown: (key, where) => `${where} has the unknown key \`${key}\``,
  "fork-only": (key, where) => `${where} has the key \`${key}\` of another connector`,
  refused: (key, where) => `${where} sets \`${key}\` to something that does harm`,
  "wrong-value": (key, where) => `${where} gives \`${key}\` a wrong value`,
};

function helpFor(problem: KeyProblem): string {
  if (problem.suggestion !== undefined)
    return problem.kind === "unknown"
      ? `did you mean \`${problem.suggestion}\`?`
      : `use \`${problem.suggestion}\``;
  return problem.kind === "unknown"
    ? 'leave it out, or give it as `{ value: .., reason: ".." }`'
    : "leave it out";
}
