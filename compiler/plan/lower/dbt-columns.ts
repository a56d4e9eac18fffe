import type { ColumnCheck, TypeName } from "../../../dsl/column.ts";
import type { Face } from "../../../dsl/relation.ts";
import { isSql } from "../../../dsl/sql.ts";
import { SQL } from "../../../dsl/symbols.ts";
import { postgresType } from "../../facts/postgres-types.ts";
import {
  type Graph,
  type GraphColumn,
  type GraphNode,
  type NodeId,
  nodeOf,
  upstreamOf,
} from "../../graph/graph.ts";
import type { SqlText } from "../../graph/sql-text.ts";
import { sqlIdentifier } from "../../text/sql.ts";
import type { DbtColumn, DbtTest } from "../dbt.ts";
import { dbtRef } from "./dbt-names.ts";
import { typeText } from "./lineage.ts";

/** What tests need to know of a relation, whatever its kind. */
export type TestedNode = Pick<GraphNode, "id" | "name" | "columns" | "furtherSql">;

export function dbtColumns(columns: readonly GraphColumn[]): readonly DbtColumn[] {
  return columns.map((column) => ({
    name: column.name,
    description: column.description ?? "",
    type: columnType(column),
    nullable: column.spec.nullable,
    pii: column.spec.pii ?? null,
  }));
}

/** The type in Trino: as declared for a model, as it arrives in the current state for a captured table. */
export function columnType({ spec }: Pick<GraphColumn, "spec">): string {
  return spec.vocabulary === "t" ? typeText(spec) : stateType(spec.type);
}

export interface TypedColumn {
  readonly name: string;
  readonly type: string;
}

/** Columns of the faces besides the table's own; `dsl/faces.ts` declares them. */
const FACE_COLUMNS: Readonly<Record<Face, readonly TypedColumn[]>> = {
  current: [],
  changes: [
    { name: "_operation", type: "varchar" },
    { name: "_changed_at", type: "timestamp(6) with time zone" },
    { name: "_position", type: "bigint" },
  ],
  history: [
    { name: "_valid_from", type: "timestamp(6) with time zone" },
    { name: "_valid_to", type: "timestamp(6) with time zone" },
    { name: "_is_current", type: "boolean" },
  ],
};

/** Every column of a relation as it is read. */
export function columnsOfFace(graph: Graph, id: NodeId, face: Face): readonly TypedColumn[] {
  return [
    ...nodeOf(graph, id).columns.map((column) => ({ name: column.name, type: columnType(column) })),
    ...FACE_COLUMNS[face],
  ];
}

function stateType(type: TypeName): string {
  const found = postgresType(type);
  return found.refused === undefined ? found.state : "varchar";
}

/** Tests that follow from what columns say. A grain of one column is unique; of more, their combination is. */
export function columnTests(
  graph: Graph,
  node: TestedNode,
  grain: readonly string[],
  neverNull: readonly string[],
): readonly DbtTest[] {
  const tests: DbtTest[] = [];
  for (const { name: column, spec } of node.columns) {
    const error = { severity: "error", description: "", column } as const;
    if (!spec.nullable || grain.includes(column) || neverNull.includes(column))
      tests.push({ ...error, kind: "not_null" });
    if (spec.unique || spec.primaryKey || (grain.length === 1 && grain[0] === column))
      tests.push({ ...error, kind: "unique" });
    const values = spec.accepted ?? spec.type.labels;
    if (values !== undefined) tests.push({ ...error, kind: "accepted_values", values });
    if (spec.references !== undefined) tests.push(...reference(graph, node.id, column, spec.references));
    for (const check of spec.checks) {
      const expression = plainExpression(node, check.expression);
      if (expression !== undefined)
        tests.push({ ...error, kind: "expression", name: null, expression, severity: check.severity });
    }
  }
  if (grain.length > 1)
    tests.push({ kind: "unique_combination", columns: grain, severity: "error", description: "" });
  return tests;
}

/** Each test once; dbt refuses two of one name. */
export function distinctTests(tests: readonly DbtTest[]): readonly DbtTest[] {
  return [...new Map(tests.map((test) => [JSON.stringify(test), test])).values()];
}

/** Checks whose SQL reads other relations; dbt wants a file for each. */
export function checksWithRelations(
  node: TestedNode,
): readonly { readonly column: string; readonly check: ColumnCheck; readonly sql: SqlText }[] {
  return node.columns.flatMap(({ name, spec }) =>
    spec.checks.flatMap((check) => {
      const sql = furtherSql(node, check.expression);
      return sql !== undefined && sql.relations.size > 0 ? [{ column: name, check, sql }] : [];
    }),
  );
}

/** An expression without relations, as text; undefined where it reads one. */
export function plainExpression(node: TestedNode, expression: ColumnCheck["expression"]): string | undefined {
  if (typeof expression === "string") return expression.trim();
  const sql = furtherSql(node, expression);
  return sql === undefined || sql.relations.size > 0 ? undefined : sql.analysed.trim();
}

export function furtherSql(node: TestedNode, expression: unknown): SqlText | undefined {
  if (!isSql(expression)) return undefined;
  return node.furtherSql.get(expression[SQL]);
}

function reference(graph: Graph, id: NodeId, column: string, path: string): readonly DbtTest[] {
  const at = path.lastIndexOf(".");
  const [owner, field] = [path.slice(0, at), path.slice(at + 1)];
  const target =
    graph.nodes.get(id)?.name === owner
      ? id
      : upstreamOf(graph, id).find(
          (edge) => edge.why === "refers" && graph.nodes.get(edge.from)?.name === owner,
        )?.from;
  if (target === undefined) return [];
  return [relationship(graph, id, column, target, field, "error", "")];
}

/** Every value of the column exists in a column of another relation. */
export function relationship(
  graph: Graph,
  id: NodeId,
  column: string,
  target: NodeId,
  field: string,
  severity: "warn" | "error",
  description: string,
): DbtTest {
  const to = dbtRef(graph, target, "current");
  const name = `${nodeOf(graph, id).name}__${column}_in_${to.kind === "ref" ? to.model : to.table}_${field}`;
  return {
    kind: "relationships",
    name,
    tags: [],
    column,
    to,
    field: sqlIdentifier(field),
    severity,
    description,
  };
}
