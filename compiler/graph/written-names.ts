import { type FoundRelations, findRelations, type RelationName } from "../sql/relations.ts";
import type { Span } from "../sql/tokens.ts";
import type { NodeId } from "./graph.ts";
import type { SqlContext, SqlForm } from "./resolve-sql.ts";
import { addRelation, addText, lengthOf, newDraft, type SqlDraft } from "./sql-draft.ts";
import { originAt, type SqlText, sqlMark } from "./sql-text.ts";

/** Names that the user wrote as text become edges like holes do. */
export function resolveWrittenNames(draft: SqlDraft, context: SqlContext, form: SqlForm): SqlText {
  // A statement that changes something is the user's own: it reads what stands in its holes.
  if (form === "statement") return draft;
  const { relations, problems } = form === "query" ? findRelations(draft.analysed) : inExpression(draft.analysed);
  for (const problem of problems)
    context.problem({
      kind: "sql",
      node: context.node,
      message: problem.message,
      at: sqlMark(draft, problem.span.start, problem.span.end),
      ...(problem.help === undefined ? {} : { help: problem.help }),
    });
  const written: { readonly name: RelationName; readonly node: NodeId }[] = [];
  for (const name of relations) {
    if (name.isCommonTable || draft.relations.has(name.parts[0]?.name ?? "")) continue;
    const text = name.parts.map((part) => part.name).join(".");
    const node = context.named(text);
    if (node === undefined)
      context.problem({ kind: "unknown-relation", node: context.node, name: text, at: sqlMark(draft, name.span.start, name.span.end) });
    else written.push({ name, node });
  }
  return written.length === 0 ? draft : replaced(draft, written, context);
}

const SELECT = "select ";

/** Relations in the subqueries of an expression, which is read as the one column of a query. */
function inExpression(text: string): FoundRelations {
  const back = (span: Span): Span => ({ start: Math.max(0, span.start - SELECT.length), end: Math.max(0, span.end - SELECT.length) });
  const { relations, problems } = findRelations(`${SELECT}${text}`);
  return {
    relations: relations.map((name) => ({ ...name, span: back(name.span) })),
    problems: problems.map((problem) => ({ ...problem, span: back(problem.span) })),
  };
}

/** The draft again, with written names in the form of holes; pieces are cut where a name begins and ends. */
function replaced(draft: SqlDraft, written: readonly { readonly name: RelationName; readonly node: NodeId }[], context: SqlContext): SqlText {
  const result = newDraft();
  let offset = 0;
  let next = 0;
  for (const piece of draft.pieces) {
    if (piece.kind !== "text") {
      const length = lengthOf(piece, context.lakeTable);
      copyOrigin(draft, result, offset);
      result.pieces.push(piece);
      result.analysed += draft.analysed.slice(offset, offset + length);
      offset += length;
      continue;
    }
    const end = offset + piece.text.length;
    for (; next < written.length && (written[next]?.name.span.start ?? end) < end; next++) {
      const entry = written[next];
      if (entry === undefined) break;
      copyText(draft, result, offset, entry.name.span.start);
      const { span, face } = entry.name;
      addRelation(result, entry.node, face, context.lakeTable(entry.node, face), sqlMark(draft, span.start, span.end));
      offset = entry.name.span.end;
    }
    copyText(draft, result, offset, end);
    offset = end;
  }
  for (const [marker, relation] of draft.relations) result.relations.set(marker, relation);
  return result;
}

function copyText(draft: SqlDraft, result: SqlDraft, from: number, to: number): void {
  let at = from;
  for (let index = originAt(draft.origins, from); at < to; index++) {
    const stop = Math.min(to, draft.origins[index + 1]?.from ?? to);
    addText(result, draft.analysed.slice(at, stop), sqlMark(draft, at, stop));
    at = Math.max(stop, at + 1);
  }
}

function copyOrigin(draft: SqlDraft, result: SqlDraft, offset: number): void {
  const origin = draft.origins[originAt(draft.origins, offset)];
  if (origin !== undefined) result.origins.push({ from: result.analysed.length, mark: origin.mark });
}
