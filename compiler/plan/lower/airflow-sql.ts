import { isKind, nodeOf } from "../../graph/graph.ts";
import type { SqlPiece, SqlText } from "../../graph/sql-text.ts";
import { sqlName } from "../../text/sql.ts";
import { type DagContext, type LakeTable, tableOf } from "./airflow-context.ts";

/** A table's full name in Trino; the catalog has the same name in every environment. */
export function trinoName(context: DagContext, { schema, table }: LakeTable): string {
  return sqlName(context.graph.config.catalog, schema, table);
}

/** What is bound when a report runs. */
type BoundPiece = Extract<SqlPiece, { readonly kind: "period" | "parameter" }>;

/** A statement with the tables' full names in place; `bind` writes what only reports have. */
export function sqlOf(
  context: DagContext,
  sql: SqlText | undefined,
  bind: (piece: BoundPiece) => string = unbound,
): string {
  return (sql?.pieces ?? [])
    .map((piece) => pieceText(context, piece, bind))
    .join("")
    .trim();
}

/** A check refuses periods and parameters outside of reports. */
const unbound = (): string => "null";

function pieceText(context: DagContext, piece: SqlPiece, bind: (piece: BoundPiece) => string): string {
  if (piece.kind === "text") return piece.text;
  if (piece.kind !== "relation") return bind(piece);
  const table = tableOf(context, piece.node, piece.face);
  if (table !== null) return trinoName(context, table);
  const node = nodeOf(context.graph, piece.node);
  if (!isKind(node, "external")) return sqlName(node.name);
  const { catalog = context.graph.config.catalog, schema, table: name = node.name } = node.declaration.spec;
  return sqlName(catalog, schema, name);
}
