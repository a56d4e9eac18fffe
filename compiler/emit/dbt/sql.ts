import type { DbtLine, DbtPiece, DbtRef, DbtSql } from "../../plan/dbt.ts";
import { jinjaFragment, jinjaString } from "../../text/jinja.ts";
import { sqlIdentifier } from "../../text/sql.ts";

/** `{{ ref('orders') }}` without its braces. */
export function refCall(ref: DbtRef): string {
  return ref.kind === "ref"
    ? `ref(${jinjaString(ref.model)})`
    : `source(${jinjaString(ref.source)}, ${jinjaString(ref.table)})`;
}

/** SQL as text, each line behind `indent`, without a final line break. */
export function sqlLines(sql: DbtSql, indent = ""): string {
  return sql.map((line) => indented(line, indent)).join("\n");
}

function indented({ pieces, isInsideText }: DbtLine, indent: string): string {
  const text = pieces.map(pieceText).join("");
  return isInsideText || text === "" ? text : indent + text;
}

function pieceText(piece: DbtPiece): string {
  if (piece.kind === "text") return jinjaFragment(piece.text);
  if (piece.kind === "relation") return `{{ ${refCall(piece.ref)} }}`;
  const unit = piece.unit === "day" ? "" : `, ${jinjaString(piece.unit)}`;
  const alias = piece.alias === null ? "" : ` as ${sqlIdentifier(piece.alias)}`;
  return `{{ recent(${refCall(piece.ref)}, ${jinjaString(sqlIdentifier(piece.instant))}, window${unit}) }}${alias}`;
}
