import type { Face } from "../../dsl/relation.ts";
import type { Query } from "../sql/ast/query.ts";
import type { SqlProblemSlug } from "../sql/problems.ts";
import type { ColumnReference } from "../sql/relations.ts";
import { resolve } from "../sql/resolve/resolve.ts";
import type { NodeId } from "./graph.ts";
import type { SqlContext } from "./resolve-sql.ts";
import { type ResultColumn, type SqlText, sqlMark } from "./sql-text.ts";

/**
 * Resolves every column of a query, reports those that are not there, and gives the columns of its result. What cannot
 * be known is not accused: a relation without declared columns may have any.
 */
export function resolveColumns(
  text: SqlText,
  query: Query,
  qualified: readonly ColumnReference[],
  context: SqlContext,
): readonly ResultColumn[] | undefined {
  const relationOf = (parts: readonly string[]) => text.relations.get(parts[0] ?? "");
  const resolved = resolve(query, (parts) => {
    const relation = relationOf(parts);
    const columns = relation && context.columnsOf(relation.node, relation.face);
    return columns && { columns };
  });
  const owners = new Map(
    qualified.flatMap(({ relation, column }) => {
      const owner = relation.isCommonTable ? undefined : relationOf([relation.parts[0]?.name ?? ""]);
      return owner === undefined ? [] : [[column.span.start, owner] as const];
    }),
  );
  for (const problem of resolved.problems) {
    const owner = owners.get(problem.span.start);
    if (!NAMES.has(problem.slug)) {
      context.problem({
        kind: "meaning",
        node: context.node,
        slug: problem.slug,
        message: readable(problem.message, text),
        at: sqlMark(text, problem.span.start, problem.span.end),
        ...(problem.help === undefined ? {} : { help: readable(problem.help, text) }),
      });
      continue;
    }
    context.problem({
      kind: "column",
      node: context.node,
      column: text.analysed.slice(problem.span.start, problem.span.end),
      message: readable(problem.message, text),
      at: sqlMark(text, problem.span.start, problem.span.end),
      ...(owner === undefined ? {} : { owner }),
      ...(problem.help === undefined ? {} : { help: readable(problem.help, text) }),
    });
  }
  const hasErrors = resolved.problems.some(({ severity }) => severity !== "warning");
  if (!resolved.isComplete || hasErrors) return undefined;
  return resolved.columns.map(({ name, span, origins, type, isNullable }) => ({
    name,
    span,
    type,
    isNullable,
    origins: origins.flatMap(({ relation, column, use }) => {
      const found = relationOf(relation);
      return found === undefined ? [] : [{ ...found, column, use }];
    }),
  }));
}

/** What is wrong with a name; all else is about what the query means. */
const NAMES: ReadonlySet<SqlProblemSlug> = new Set([
  "unknown-column",
  "ambiguous-column",
  "unknown-relation",
  "column-count",
  "unknown-field",
]);

function hasColumn(
  context: SqlContext,
  { node, face }: { readonly node: NodeId; readonly face: Face },
  name: string,
): boolean | undefined {
  return context.columnsOf(node, face)?.some((column) => column.name === name);
}

/** Reports `alias.column` where the relation behind the alias has no such column. */
export function checkQualified(
  text: SqlText,
  qualified: readonly ColumnReference[],
  context: SqlContext,
): void {
  for (const { relation, column } of qualified) {
    const owner = relation.isCommonTable ? undefined : text.relations.get(relation.parts[0]?.name ?? "");
    if (owner === undefined || hasColumn(context, owner, column.name) !== false) continue;
    context.problem({
      kind: "column",
      node: context.node,
      column: column.name,
      owner,
      message: `\`${column.name}\` is not a column of it`,
      at: sqlMark(text, column.span.start, column.span.end),
    });
  }
}

/** Relations stand under marked names in the analysed text; people know them by their own. */
function readable(message: string, text: SqlText): string {
  return message.replace(/@[^`]*?:(?:current|changes|history)(?=\.)\.?([^`.]*)/g, (whole, table: string) => {
    const marker = whole.slice(0, whole.lastIndexOf(`.${table}`));
    const relation = text.relations.get(marker);
    if (relation === undefined) return whole;
    const name = relation.node.slice(relation.node.indexOf(":") + 1);
    return relation.face === "current" ? name : `${relation.face}(${name})`;
  });
}
