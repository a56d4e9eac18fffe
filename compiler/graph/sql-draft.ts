import type { Face } from "../../dsl/relation.ts";
import type { Mark } from "../diagnostics/mark.ts";
import type { NodeId } from "./graph.ts";
import type { SqlOrigin, SqlPiece } from "./sql-text.ts";

/** Resolved text under construction: pieces for targets, the analysed text, and where each stretch was written. */
export interface SqlDraft {
  readonly pieces: SqlPiece[];
  analysed: string;
  readonly relations: Map<string, { readonly node: NodeId; readonly face: Face }>;
  readonly origins: SqlOrigin[];
}

export function newDraft(): SqlDraft {
  return { pieces: [], analysed: "", relations: new Map(), origins: [] };
}

export function addText(draft: SqlDraft, text: string, mark: Mark): void {
  if (text === "") return;
  draft.origins.push({ from: draft.analysed.length, mark });
  const last = draft.pieces.at(-1);
  if (last?.kind === "text") draft.pieces[draft.pieces.length - 1] = { kind: "text", text: last.text + text };
  else draft.pieces.push({ kind: "text", text });
  draft.analysed += text;
}

/** A parameter: it is bound as a date to dates, as an instant to instants. */
const PERIOD = "?";

/** Adds a bound of the period; for analysis it is an instant like any other. */
export function addPeriod(draft: SqlDraft, edge: "start" | "end", mark: Mark): void {
  draft.origins.push({ from: draft.analysed.length, mark });
  draft.pieces.push({ kind: "period", edge });
  draft.analysed += PERIOD;
}

const PARAMETER = "cast(null as varchar)";

/** Adds a value of the recipient; for analysis it is a text. */
export function addParameter(draft: SqlDraft, name: string, mark: Mark): void {
  draft.origins.push({ from: draft.analysed.length, mark });
  draft.pieces.push({ kind: "parameter", name });
  draft.analysed += PARAMETER;
}

/** Adds a relation, as a quoted name that says what it is and ends in the alias that Trino would give it. */
export function addRelation(draft: SqlDraft, node: NodeId, face: Face, lakeTable: string, mark: Mark): void {
  const marker = `@${node}:${face}`;
  draft.origins.push({ from: draft.analysed.length, mark });
  draft.relations.set(marker, { node, face });
  draft.pieces.push({ kind: "relation", node, face });
  draft.analysed += relationText(marker, lakeTable);
}

/** Length in the analysed text of a piece that is no text. */
export function lengthOf(
  piece: Exclude<SqlPiece, { kind: "text" }>,
  lakeTable: (node: NodeId, face: Face) => string,
): number {
  if (piece.kind === "period") return PERIOD.length;
  if (piece.kind === "parameter") return PARAMETER.length;
  return relationText(`@${piece.node}:${piece.face}`, lakeTable(piece.node, piece.face)).length;
}

function relationText(marker: string, lakeTable: string): string {
  return `"${marker}"."${lakeTable}"`;
}
