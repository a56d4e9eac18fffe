import { suggest } from "../text/suggest.ts";
import type { KeyType } from "./key-table.ts";

/** A key that its system would ignore, or take and do harm with. */
export interface KeyProblem {
  /**
   * `unknown`: the system has no such key; `fork-only`: another connector of the same name has it; `refused`: it
   * exists and breaks what the compiler relies on; `wrong-value`: the system would not take the value.
   */
  readonly kind: "unknown" | "fork-only" | "refused" | "wrong-value";
  readonly key: string;
  /** One sentence without a full stop. */
  readonly reason: string;
  /** The key or the value that was probably meant. */
  readonly suggestion?: string;
}

export type KeyValues = Iterable<readonly [string, string]>;

export function unknownKey(key: string, system: string, known: Iterable<string>): KeyProblem {
  return withSuggestion(
    { kind: "unknown", key, reason: `${system} has no such key and would ignore it` },
    key,
    known,
  );
}

/** A problem if the value does not fit the type; values that a system resolves at run time (`${..}`) always fit. */
export function valueProblem(key: string, value: string, type: KeyType): KeyProblem | undefined {
  if (value.includes("${")) return undefined;
  if (typeof type !== "string") {
    if (type.some((allowed) => allowed.toLowerCase() === value.toLowerCase())) return undefined;
    const reason = `\`${value}\` is none of ${type.map((allowed) => `\`${allowed}\``).join(", ")}`;
    return withSuggestion({ kind: "wrong-value", key, reason }, value, type);
  }
  const pattern = PATTERNS.get(type);
  if (pattern === undefined || pattern.test(value)) return undefined;
  return { kind: "wrong-value", key, reason: `\`${value}\` is no ${NAMES.get(type) ?? type}` };
}

function withSuggestion(problem: KeyProblem, wanted: string, known: Iterable<string>): KeyProblem {
  const suggestion = suggest(wanted, known);
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

const WHOLE = /^-?\d+$/;
const PATTERNS: ReadonlyMap<string, RegExp> = new Map([
  ["boolean", /^(?:true|false)$/i],
  ["short", WHOLE],
  ["int", WHOLE],
  ["long", WHOLE],
  ["double", /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i],
]);
const NAMES: ReadonlyMap<string, string> = new Map([
  ["boolean", "boolean"],
  ["short", "whole number"],
  ["int", "whole number"],
  ["long", "whole number"],
  ["double", "number"],
]);
