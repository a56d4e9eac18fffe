import type { Declaration } from "../../dsl/declaration.ts";
import { COLUMN, DECLARATION, SQL } from "../../dsl/symbols.ts";
import { isDeclaration } from "./collect.ts";

/**
 * Declarations that a module exports, alone or in a list or record, or that a pipeline lists; the tables of an
 * exported source too. `values` are what modules export.
 */
export function exportedOf(
  values: readonly unknown[],
  declarations: ReadonlySet<Declaration>,
): ReadonlySet<Declaration> {
  const exported = new Set<Declaration>();
  const add = (value: unknown, depth: number): void => {
    const declaration = declarationOf(value);
    if (declaration !== undefined) {
      exported.add(declaration);
      if (declaration.kind === "postgres") for (const table of declaration.tables) exported.add(table);
    } else if (depth > 0 && isContainer(value))
      for (const inner of Object.values(value)) add(inner, depth - 1);
  };
  for (const value of values) add(value, 3);
  for (const declaration of declarations)
    if (declaration.kind === "pipeline" && Array.isArray(declaration.spec?.outputs))
      for (const output of declaration.spec.outputs) add(output, 0);
  return exported;
}

/** A list or record of the user's own; columns and templates of the language are none. */
function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(SQL in value) && !(COLUMN in value);
}

function declarationOf(value: unknown): Declaration | undefined {
  if (isDeclaration(value)) return value;
  if (typeof value !== "object" || value === null || !(DECLARATION in value)) return undefined;
  const body = value[DECLARATION];
  if (isDeclaration(body)) return body;
  if (typeof body !== "object" || body === null || !("declaration" in body)) return undefined;
  return isDeclaration(body.declaration) ? body.declaration : undefined;
}
