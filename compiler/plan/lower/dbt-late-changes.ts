import { type Graph, type GraphNode, nodeOf } from "../../graph/graph.ts";
import type { SqlPiece, SqlText } from "../../graph/sql-text.ts";
import type { Relation } from "../../sql/ast/relation.ts";
import { sqlIdentifier } from "../../text/sql.ts";
import type { DbtLateChanges, DbtPiece, DbtSql } from "../dbt.ts";
import { capturedBase } from "./dbt-names.ts";
import type { PeriodSource } from "./dbt-period-source.ts";
import { dbtSql, ownSql } from "./dbt-sql.ts";

/**
 * How to find periods older than the window that no longer equal the query: a row behind them changed too late.
 *
 * Where every input is the current state of a captured table and stands in the FROM of the query, only periods that a
 * recently changed row belongs to are compared. That row is looked up, through the joins of the query but without its
 * conditions, in the model that keeps deleted rows with their last values, so that rows that left are found too. A row
 * that moved to another period is found where it stands now, not where it stood: for that, and for all other queries,
 * every period is compared, by a test that builds leave out.
 */
export function lateChanges(
  graph: Graph,
  node: Pick<GraphNode, "name" | "sql">,
  source: PeriodSource | undefined,
): DbtLateChanges {
  const { sql } = node;
  const suspects = sql === undefined || source?.top == null ? null : suspectQueries(graph, sql, source.top);
  return { name: `${node.name}__before_window`, fullName: `${node.name}__full_comparison`, suspects };
}

function suspectQueries(
  graph: Graph,
  sql: SqlText,
  { select, period }: NonNullable<PeriodSource["top"]>,
): readonly DbtSql[] | null {
  const tables = select.from.map(tablesIn);
  if (tables.some((each) => each === undefined)) return null;
  const names = tables.flatMap((each) => each ?? []);
  const inputs = names.map(({ marker }) => sql.relations.get(marker));
  const areCaptured = inputs.every(
    (input) => input !== undefined && input.face === "current" && nodeOf(graph, input.node).kind === "table",
  );
  const relations = sql.pieces.filter((piece) => piece.kind === "relation").length;
  if (!areCaptured || relations !== names.length) return null;
  const first = select.from[0];
  const last = select.from.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = slice(sql, first.start, last.end);
  const expression = slice(sql, period.start, period.end);
  return names.map(({ name }) => [
    ...behind("select ", dbtSql(graph, { pieces: expression }), " as period"),
    ...behind(
      "from ",
      dbtSql(graph, { pieces: from }, (place) => keptRows(graph, from, place)),
      "",
    ),
    ...ownSql(`where ${sqlIdentifier(name)}._changed_at >= current_timestamp - interval '7' day`),
  ]);
}

/** Lines with a word before the first and one after the last. */
function behind(before: string, lines: DbtSql, after: string): DbtSql {
  return lines.map((line, index) => {
    const start = index === 0 ? [{ kind: "text", text: before } as const] : [];
    const end = index === lines.length - 1 && after !== "" ? [{ kind: "text", text: after } as const] : [];
    return { ...line, pieces: [...start, ...line.pieces, ...end] };
  });
}

/** The model with deleted rows, in the place of the current state. */
function keptRows(graph: Graph, from: readonly SqlPiece[], place: number): DbtPiece | undefined {
  const relation = from.filter((piece) => piece.kind === "relation")[place];
  return relation?.kind === "relation"
    ? { kind: "relation", ref: { kind: "ref", model: capturedBase(graph, relation.node) } }
    : undefined;
}

interface NamedTable {
  readonly marker: string;
  readonly name: string;
}

/** The tables of a FROM item, or undefined where something else stands in it. */
function tablesIn(relation: Relation): readonly NamedTable[] | undefined {
  if (relation.kind === "join") {
    // Natural joins would join by the extra columns of the base models too.
    if (relation.isNatural) return undefined;
    const [left, right] = [tablesIn(relation.left), tablesIn(relation.right)];
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  if (relation.kind === "aliased") {
    const inner = relation.columns.length > 0 ? undefined : tablesIn(relation.relation);
    return inner?.length === 1
      ? inner.map(({ marker }) => ({ marker, name: relation.alias.name }))
      : undefined;
  }
  if (relation.kind !== "table") return undefined;
  return [{ marker: relation.name.parts[0]?.name ?? "", name: relation.name.parts.at(-1)?.name ?? "" }];
}

/** The pieces of a stretch of the analysed text that begins and ends in text or at a relation's edge. */
function slice(sql: SqlText, start: number, end: number): readonly SqlPiece[] {
  const found: SqlPiece[] = [];
  let offset = 0;
  for (const piece of sql.pieces) {
    const length =
      piece.kind === "text"
        ? piece.text.length
        : (RELATION.exec(sql.analysed.slice(offset))?.[0].length ?? 0);
    const [from, to] = [Math.max(start, offset), Math.min(end, offset + length)];
    if (from < to)
      found.push(
        piece.kind === "text" ? { kind: "text", text: piece.text.slice(from - offset, to - offset) } : piece,
      );
    offset += length;
  }
  return found;
}

const RELATION = /^"@[^"]*"\."(?:[^"]|"")*"/;
