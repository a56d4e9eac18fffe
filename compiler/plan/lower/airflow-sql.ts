import { isKind, nodeOf } from "../../graph/graph.ts";
import type { SqlPiece, SqlText } from "../../graph/sql-text.ts";
import { sqlName } from "../../text/sql.ts";
import { type DagContext, type LakeTable, tableOf } from "./airflow-context.ts";

/** A table's full name in Trino; the catalog has the same name in every environment. */
export function trinoName(context: DagContext, { schema, table }: LakeTable): string {
  return sqlName(context.graph.config.catalog, schema, table);
}

/** A statement with the tables' full names in place. */
export function sqlOf(context: DagContext, sql: SqlText | undefined): string {
  return (sql?.pieces ?? [])
    .map((piece) => pieceText(context, piece))
    .join("")
    .trim();
}

function pieceText(context: DagContext, piece: SqlPiece): string {
  if (piece.kind === "text") return piece.text;
  // A period stands in reports only; the check of stray periods refuses it here.
  if (piece.kind === "period") return "null";
  const table = tableOf(context, piece.node, piece.face);
  if (table !== null) return trinoName(context, table);
  const node = nodeOf(context.graph, piece.node);
  if (!isKind(node, "external")) return sqlName(node.name);
  const { catalog = context.graph.config.catalog, schema, table: name = node.name } = node.declaration.spec;
  return sqlName(catalog, schema, name);
}
