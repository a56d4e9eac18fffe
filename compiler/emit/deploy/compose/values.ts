import type { BoundVariable, Template } from "../../../plan/deploy.ts";

/** A value of compose.yaml, where `$` begins a reference. */
export function composeValue(template: Template): string {
  return template
    .map((part) => (typeof part === "string" ? part.replaceAll("$", "$$$$") : required(part.variable)))
    .join("");
}

/** A reference to what `.env` has to set; without it nothing starts. */
export const required = (name: string): string => `\${${name}:?}`;

/** The environment of a service, in the order given. */
export function environment(bound: readonly BoundVariable[]): ReadonlyMap<string, string> {
  return new Map(bound.map(({ name, value }) => [name, composeValue(value)]));
}
