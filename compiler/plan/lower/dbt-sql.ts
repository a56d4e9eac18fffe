import type { Graph } from "../../graph/graph.ts";
import type { SqlPiece, SqlText } from "../../graph/sql-text.ts";
import type { DbtLine, DbtPiece, DbtSql } from "../dbt.ts";
import { dbtRef } from "./dbt-names.ts";

/** Puts another piece in the place of a relation, by its place among the relations of the text. */
export type Replace = (relation: number) => DbtPiece | undefined;

/**
 * The user's SQL as lines, without blank lines around it and common indentation. Lines that begin inside a string
 * keep every space.
 */
export function dbtSql(
  graph: Graph,
  sql: Pick<SqlText, "pieces">,
  replace: Replace = () => undefined,
): DbtSql {
  const relations: DbtPiece[] = [];
  const text = sql.pieces.map((piece) => marked(graph, piece, relations, replace)).join("");
  const isInside = insideText(text);
  let offset = 0;
  const lines = text.split("\n").map((line) => {
    const isInsideText = isInside(offset);
    offset += line.length + 1;
    // What ends inside a string keeps its spaces too.
    return { line: isInside(offset) ? line : line.trimEnd(), isInsideText };
  });
  const kept = withoutBlankEnds(lines);
  const indent = commonIndent(kept);
  return kept.map(({ line, isInsideText }) => ({
    pieces: pieces(isInsideText ? line : line.slice(Math.min(indent, indentOf(line))), relations),
    isInsideText,
  }));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** SQL that the compiler writes: one string a line, relations as pieces. */
export function ownSql(...lines: readonly (string | readonly (string | DbtPiece)[])[]): DbtSql {
  return lines.map((line) => ({
    pieces: (typeof line === "string" ? [line] : line).map((piece) =>
      typeof piece === "string" ? { kind: "text", text: piece } : piece,
    ),
    isInsideText: false,
  }));
}

// While lines are cut, a relation stands as a quoted name that nobody writes.
const MARK = /"\0(\d+)"/;

function marked(graph: Graph, piece: SqlPiece, relations: DbtPiece[], replace: Replace): string {
  if (piece.kind === "text") return piece.text;
  // The period and the parameters of a report have no meaning in a model; a check refuses them.
  if (piece.kind !== "relation") return "null";
  relations.push(
    replace(relations.length) ?? { kind: "relation", ref: dbtRef(graph, piece.node, piece.face) },
  );
  return `"\0${relations.length - 1}"`;
}

function pieces(line: string, relations: readonly DbtPiece[]): readonly DbtPiece[] {
  return line.split(MARK).flatMap((part, index): readonly DbtPiece[] => {
    const relation = index % 2 === 1 ? relations[Number(part)] : undefined;
    if (relation !== undefined) return [relation];
    return part === "" ? [] : [{ kind: "text", text: part }];
  });
}

/** Strings and quoted names; comments too, since a quote in one begins neither. */
const TEXTS = /'[^']*'|"[^"]*"|--[^\n\r]*|\/\*[\s\S]*?\*\//g;

/** Whether an offset lies inside a string or a quoted name, which may hold line breaks. */
function insideText(text: string): (offset: number) => boolean {
  const spans: (readonly [number, number])[] = [];
  for (const { 0: found, index } of text.matchAll(TEXTS))
    if (!/^[-/]/.test(found) && found.includes("\n")) spans.push([index, index + found.length]);
  return (offset) => spans.some(([start, end]) => start < offset && offset < end);
}

interface Line {
  readonly line: string;
  readonly isInsideText: boolean;
}

function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
  const isBlank = (line: Line | undefined) =>
    line !== undefined && line.line.trim() === "" && !line.isInsideText;
  let [from, to] = [0, lines.length];
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  return lines.slice(from, to);
}

/** Spaces that every line begins with; the first line does not count where the template begins with its text. */
function commonIndent(lines: readonly Line[]): number {
  const indents = lines
    .filter(
      ({ line, isInsideText }, index) =>
        line.trim() !== "" && !isInsideText && (index > 0 || line.startsWith(" ")),
    )
    .map(({ line }) => indentOf(line));
  const least = Math.min(...indents);
  return Number.isFinite(least) ? least : 0;
}

/** Every relation of the SQL, once each, in order. */
export function relationsOf(lines: DbtSql): readonly Exclude<DbtPiece, { kind: "text" }>[] {
  return lines.flatMap((line: DbtLine) => line.pieces.filter((piece) => piece.kind !== "text"));
}
