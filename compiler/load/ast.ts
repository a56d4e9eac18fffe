import type { parseSync } from "oxc-parser";

/** A node of the syntax tree, without its kind's own type: only few kinds are looked at, by many paths. */
export interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export type Parse = typeof parseSync;

export function isNode(value: unknown): value is AstNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    "start" in value
  );
}

/** The node under a key. */
export function child(node: AstNode | undefined, key: string): AstNode | undefined {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
}

/** The nodes of a list under a key; holes of arrays are left out. */
export function children(node: AstNode | undefined, key: string): readonly AstNode[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Calls `visit` for the node and everything below it. */
export function walk(node: AstNode, visit: (node: AstNode) => void): void {
  const waiting: AstNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next);
    for (const value of Object.values(next)) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) waiting.push(item);
      } else if (isNode(value)) waiting.push(value);
    }
  }
}

const WRAPPERS = new Set([
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "ChainExpression",
]);

/** The expression inside parentheses and type notes. */
export function unwrapped(node: AstNode | undefined): AstNode | undefined {
  let inner = node;
  while (inner !== undefined && WRAPPERS.has(inner.type)) inner = child(inner, "expression");
  return inner;
}

/** Name of a property's key, where it is written out. */
export function keyOf(property: AstNode): string | undefined {
  const key = child(property, "key");
  if (key === undefined || property.computed === true) return undefined;
  if (key.type === "Identifier" && typeof key.name === "string") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}
