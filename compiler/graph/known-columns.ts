import { FACE_COLUMNS } from "../../dsl/faces.ts";
import type { Face } from "../../dsl/relation.ts";
import type { GraphNode, NodeId } from "./graph.ts";
import { columnType } from "./trino-type.ts";

/** A column as SQL sees it. */
export interface KnownColumn {
  /** In lower case. */
  readonly name: string;
  /** In Trino's spelling; missing where it is not known. */
  readonly type?: string | undefined;
  readonly isNullable?: boolean;
}

/** Columns of a relation as it is read; undefined where they are not declared. */
export type KnownColumns = (node: NodeId, face: Face) => readonly KnownColumn[] | undefined;

/** Types of the columns that a face adds. */
const FACE_TYPES: Readonly<Record<string, string>> = {
  _operation: "varchar",
  _changed_at: "timestamp(6) with time zone",
  _position: "bigint",
  _valid_from: "timestamp(6) with time zone",
  _valid_to: "timestamp(6) with time zone",
  _is_current: "boolean",
};

/** The declared columns of every relation, each list made when it is first asked for. */
export function knownColumns(nodes: ReadonlyMap<NodeId, GraphNode>): KnownColumns {
  const known = new Map<string, readonly KnownColumn[] | undefined>();
  return (id, face) => {
    const key = `${id}:${face}`;
    if (!known.has(key)) known.set(key, columnsOf(nodes.get(id), face));
    return known.get(key);
  };
}

function columnsOf(node: GraphNode | undefined, face: Face): readonly KnownColumn[] | undefined {
  if (node === undefined || node.columns.length === 0) return undefined;
  const own = node.columns.map(({ name, spec }): KnownColumn => {
    const column = { name: name.toLowerCase(), type: columnType(spec) };
    // Change events of deleted rows hold their key only.
    return face === "current" ? { ...column, isNullable: spec.nullable && !spec.primaryKey } : column;
  });
  return [...own, ...FACE_COLUMNS[face].map((name): KnownColumn => ({ name, type: FACE_TYPES[name] }))];
}
