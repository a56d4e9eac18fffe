import type { Span } from "../../../compiler/sql/tokens.ts";

/** A node's own properties are all that tests of all kinds of nodes know. */
type AnyNode = Span & { readonly kind: string };

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "kind" in value && "start" in value && "end" in value;
}

/** Calls back for each node below `value` with the node that holds it, without recursion. */
export function walk(value: unknown, visit: (node: AnyNode, parent: AnyNode | undefined) => void): void {
  const pending: { readonly value: unknown; readonly parent: AnyNode | undefined }[] = [
    { value, parent: undefined },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: here, parent } = next;
    if (Array.isArray(here)) {
      for (const item of here) pending.push({ value: item, parent });
    } else if (typeof here === "object" && here !== null) {
      if (isNode(here)) visit(here, parent);
      for (const child of Object.values(here))
        pending.push({ value: child, parent: isNode(here) ? here : parent });
    }
  }
}

/** The tree as text without positions, for comparing. */
export function shapeOf(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (key === "start" || key === "end" ? undefined : inner));
}
