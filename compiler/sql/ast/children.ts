import type { Expression } from "./expression.ts";
import type { Identifier, QualifiedName } from "./node.ts";
import type { CommonTable, Query, QueryBody, SelectItem, With } from "./query.ts";
import type { Relation } from "./relation.ts";

/** The nodes that walkers tell apart. Other kinds only hold such nodes: walkers pass through them by default. */
export type SqlNode =
  | Query
  | QueryBody
  | With
  | CommonTable
  | SelectItem
  | Relation
  | Expression
  | QualifiedName
  | Identifier;

/**
 * The nodes directly below a node, in the order of its properties, whatever its kind: a new kind of node needs
 * no edit in the walkers that do not care for it.
 */
export function childrenOf(node: object): readonly SqlNode[] {
  const children: SqlNode[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) addAll(value, children);
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function addAll(values: readonly unknown[], children: SqlNode[]): void {
  for (const value of values) {
    if (Array.isArray(value)) addAll(value, children);
    else if (isNode(value)) children.push(value);
  }
}

function isNode(value: unknown): value is SqlNode {
  return typeof value === "object" && value !== null && "kind" in value;
}
