import { parse } from "../sql/parse/parse.ts";
import { type RelationName, relationsOf } from "../sql/relations.ts";
import type { Span } from "../sql/tokens.ts";
import type { NodeId } from "./graph.ts";
import type { SqlContext, SqlForm } from "./resolve-sql.ts";
import { checkQualified, resolveColumns } from "./sql-columns.ts";
import { addRelation, addText, lengthOf, newDraft, type SqlDraft } from "./sql-draft.ts";
import { originAt, type SqlText, sqlMark } from "./sql-text.ts";

/** Names that the user wrote as text become edges like holes do; then the columns of a query are resolved. */
export function resolveWrittenNames(draft: SqlDraft, context: SqlContext, form: SqlForm): SqlText {
  // A statement that changes something is the user's own: it reads what stands in its holes.
  if (form === "statement") return draft;
  const read = readNames(draft, form);
  for (const problem of read.problems)
    context.problem({
      kind: "sql",
      node: context.node,
      message: problem.message,
      at: sqlMark(draft, problem.span.start, problem.span.end),
      ...(problem.help === undefined ? {} : { help: problem.help }),
    });
  const written = writtenIn(draft, read.relations, context);
  const text = written.length === 0 ? draft : replaced(draft, written, context);
  if (read.problems.length > 0 || written.some(({ node }) => node === undefined)) return text;
  const tree = text === draft ? read : readNames(text, form);
  if (form === "expression") {
    // Its plain columns are those of what it stands on, which a check of its own looks at.
    checkQualified(text, tree.columns, context);
    return text;
  }
  const result = resolveColumns(text, tree.query, tree.columns, context);
  return result === undefined ? text : { ...text, result };
}

/** The names of a text that are neither holes nor common tables. */
function writtenIn(
  draft: SqlDraft,
  relations: readonly RelationName[],
  context: SqlContext,
): readonly WrittenName[] {
  return relations.flatMap((name) => {
    if (name.isCommonTable || draft.relations.has(name.parts[0]?.name ?? "")) return [];
    const text = name.parts.map((part) => part.name).join(".");
    const node = context.named(text);
    if (node === undefined)
      context.problem({
        kind: "unknown-relation",
        node: context.node,
        name: text,
        at: sqlMark(draft, name.span.start, name.span.end),
      });
    return [{ name, node }];
  });
}

interface WrittenName {
  readonly name: RelationName;
  readonly node: NodeId | undefined;
}

const SELECT = "select ";

/** The relations and columns that a text names. An expression is read as the one column of a query. */
function readNames({ analysed }: Pick<SqlText, "analysed">, form: SqlForm) {
  if (form === "query") {
    const { query, problems } = parse(analysed);
    return { query, problems, ...relationsOf(query) };
  }
  const back = (span: Span): Span => ({
    start: Math.max(0, span.start - SELECT.length),
    end: Math.max(0, span.end - SELECT.length),
  });
  const { query, problems } = parse(`${SELECT}${analysed}`);
  const { relations, columns } = relationsOf(query);
  return {
    query,
    relations: relations.map((name) => ({ ...name, span: back(name.span) })),
    columns: columns.map((found) => ({
      ...found,
      column: { ...found.column, span: back(found.column.span) },
    })),
    problems: problems.map((problem) => ({ ...problem, span: back(problem.span) })),
  };
}

/** The draft again, with written names in the form of holes; pieces are cut where a name begins and ends. */
function replaced(draft: SqlDraft, written: readonly WrittenName[], context: SqlContext): SqlText {
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
      if (entry?.node === undefined) continue;
      copyText(draft, result, offset, entry.name.span.start);
      const { span, face } = entry.name;
      addRelation(
        result,
        entry.node,
        face,
        context.lakeTable(entry.node, face),
        sqlMark(draft, span.start, span.end),
      );
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
