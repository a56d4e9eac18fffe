import { isRelation } from "../../../dsl/relation.ts";
import { DECLARATION } from "../../../dsl/symbols.ts";
import type { FixtureRow } from "../../../dsl/test.ts";
import type { Graph, GraphNode } from "../../graph/graph.ts";
import type { DbtFixture, DbtUnitTest } from "../dbt.ts";
import { columnsOfFace, columnType, type TypedColumn } from "./dbt-columns.ts";
import { dbtRef } from "./dbt-names.ts";

/** Unit tests of a model. dbt wants every input of the model; one that a test leaves out has no rows. */
export function unitTests(graph: Graph, node: GraphNode<"model">): readonly DbtUnitTest[] {
  const { spec } = node.declaration;
  const inputs = [
    ...new Map(
      [...(node.sql?.relations ?? [])].map(([, input]) => [`${input.node} ${input.face}`, input]),
    ).values(),
  ];
  return (spec.unitTests ?? []).map((test) => {
    const given = new Map(
      test.given.flatMap(({ relation, rows }) => {
        if (!isRelation(relation)) return [];
        const { declaration, face } = relation[DECLARATION];
        return [[`${declaration.kind}:${declaration.name} ${face}`, rows] as const];
      }),
    );
    return {
      name: test.name,
      description: test.description ?? "",
      given: inputs.map((input) => ({
        input: dbtRef(graph, input.node, input.face),
        fixture: fixture(
          columnsOfFace(graph, input.node, input.face),
          given.get(`${input.node} ${input.face}`) ?? [],
        ),
      })),
      expect: fixture(expected(node, test.expect), test.expect),
      isIncremental: spec.materialize !== undefined && typeof spec.materialize === "object",
    };
  });
}

/** Only the columns that the expected rows name are compared; without rows, all. */
function expected(node: Pick<GraphNode, "columns">, rows: readonly FixtureRow[]): readonly TypedColumn[] {
  const named = new Set(rows.flatMap((row) => Object.keys(row)));
  const all = node.columns.map((column) => ({ name: column.name, type: columnType(column) }));
  return named.size === 0 ? all : all.filter(({ name }) => named.has(name));
}

function fixture(columns: readonly TypedColumn[], rows: readonly FixtureRow[]): DbtFixture {
  return { columns, rows: rows.map((row) => columns.map(({ name }) => row[name] ?? null)) };
}
