import type { Face, RelationBody } from "../../dsl/relation.ts";
import type { SqlBody } from "../../dsl/sql.ts";
import type { Mark } from "../diagnostics/mark.ts";
import type { Attachment } from "../load/project.ts";
import { sqlIdentifier, sqlList, sqlLiteral } from "../text/sql.ts";
import type { GraphProblem, NodeId } from "./graph.ts";
import type { KnownColumns } from "./known-columns.ts";
import { addParameter, addPeriod, addRelation, addText, newDraft, type SqlDraft } from "./sql-draft.ts";
import type { SqlText } from "./sql-text.ts";
import { resolveWrittenNames } from "./written-names.ts";

/** What resolving needs to know of the project. */
export interface SqlContext {
  /** The node whose SQL it is. */
  readonly node: NodeId;
  /** Whether the period of a report may stand in it. */
  readonly hasPeriod: boolean;
  readonly idOf: (declaration: RelationBody["declaration"]) => NodeId | undefined;
  /** The relation of a written name: `shop.orders`, `daily_revenue`. */
  readonly named: (name: string) => NodeId | undefined;
  /** The table in the lake, which is the alias that Trino gives a relation without one. */
  readonly lakeTable: (id: NodeId, face: Face) => string;
  readonly columnsOf: KnownColumns;
  readonly attachments: ReadonlyMap<object, Attachment>;
  readonly problem: (problem: GraphProblem) => void;
}

/** What a text of SQL is: a whole query, a condition or an aggregate, or a statement that a step runs. */
export type SqlForm = "query" | "expression" | "statement";

/** Resolves every name of a template or `.sql` file to the graph. */
export function resolveSql(body: SqlBody, context: SqlContext, form: SqlForm): SqlText {
  const draft = newDraft();
  addBody(draft, body, context);
  return resolveWrittenNames(draft, context, form);
}

function addBody(draft: SqlDraft, body: SqlBody, context: SqlContext): void {
  const attachment = context.attachments.get(body);
  if (attachment !== undefined) {
    addText(draft, attachment.text, {
      kind: "sql",
      site: body.site,
      file: attachment.path,
      part: 0,
      start: 0,
      end: attachment.text.length,
    });
    return;
  }
  let text = 0;
  for (const part of body.parts) {
    const hole: Mark = { kind: "hole", site: body.site, hole: text - 1 };
    switch (part.kind) {
      case "text":
        addText(draft, part.text, {
          kind: "sql",
          site: body.site,
          part: text,
          start: 0,
          end: part.text.length,
        });
        text++;
        break;
      case "relation":
        addHole(draft, part.relation, hole, context);
        break;
      case "column":
        addText(draft, sqlIdentifier(part.name), hole);
        break;
      case "literal":
        addText(draft, sqlLiteral(part.value), hole);
        break;
      case "list":
        addText(draft, sqlList(part.values), hole);
        break;
      case "period":
        if (!context.hasPeriod) context.problem({ kind: "stray-period", node: context.node, at: hole });
        addPeriod(draft, part.edge, hole);
        break;
      case "parameter":
        if (!context.hasPeriod) context.problem({ kind: "stray-parameter", node: context.node, at: hole });
        addParameter(draft, part.name, hole);
        break;
      case "sql":
        addBody(draft, part.body, context);
        break;
      case "refused":
        context.problem({ kind: "refused-hole", node: context.node, what: part.what, at: hole });
        addText(draft, "null", hole);
        break;
    }
  }
}

function addHole(draft: SqlDraft, relation: RelationBody, hole: Mark, context: SqlContext): void {
  const id = context.idOf(relation.declaration);
  if (id === undefined)
    context.problem({
      kind: "refused-hole",
      node: context.node,
      what: `\`${relation.declaration.name}\``,
      at: hole,
    });
  else addRelation(draft, id, relation.face, context.lakeTable(id, relation.face), hole);
}
