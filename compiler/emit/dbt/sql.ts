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

/** The SQL with every relation read as a whole, whatever the window. */
export function wholeRelations(sql: DbtSql): DbtSql {
  return sql.map((line) => ({
    ...line,
    pieces: line.pieces.flatMap((piece): readonly DbtPiece[] => {
      if (piece.kind !== "recent") return [piece];
      const relation = { kind: "relation", ref: piece.ref } as const;
      return piece.alias === null
        ? [relation]
        : [relation, { kind: "text", text: ` as ${sqlIdentifier(piece.alias)}` }];
    }),
  }));
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
