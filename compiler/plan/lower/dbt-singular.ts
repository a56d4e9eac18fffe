import type { ModelTest } from "../../../dsl/test.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import type { DbtSingularTest } from "../dbt.ts";
import { checksWithRelations, furtherSql, type TestedNode } from "./dbt-columns.ts";
import { dbtRef } from "./dbt-names.ts";
import { ownerOf } from "./dbt-owners.ts";
import { dbtSql } from "./dbt-sql.ts";

/** Tests that are queries of their own: those of whole tables, and conditions that read other relations. */
export function singularTests(graph: Graph, groups: ReadonlyMap<string, string>): readonly DbtSingularTest[] {
  return [...nodesOf(graph, "model"), ...nodesOf(graph, "seed")]
    .flatMap((node) => testsOf(graph, node, node.declaration.spec.tests ?? [], groups))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Tested = TestedNode & Pick<GraphNode, "file">;

function testsOf(
  graph: Graph,
  node: Tested,
  tests: readonly ModelTest[],
  groups: ReadonlyMap<string, string>,
): readonly DbtSingularTest[] {
  const owner = ownerOf(graph, node.id);
  const self = dbtRef(graph, node.id, "current");
  const common = {
    id: node.id,
    file: node.file,
    group: owner === null ? null : (groups.get(owner) ?? null),
    tags: [],
  };
  const ofChecks = checksWithRelations(node).map(({ column, check, sql }, index) => ({
    ...common,
    name: `${node.name}__${column}_check_${index + 1}`,
    description: `A check of ${node.name}.${column}.`,
    severity: check.severity,
    sql: dbtSql(graph, sql),
    conditionOn: self,
  }));
  const ofModel = tests.flatMap((test): readonly DbtSingularTest[] => {
    const sql =
      test.kind === "query"
        ? furtherSql(node, test.sql)
        : test.kind === "row"
          ? furtherSql(node, test.expression)
          : undefined;
    if (sql === undefined || !("name" in test) || (test.kind === "row" && sql.relations.size === 0))
      return [];
    return [
      {
        ...common,
        name: `${node.name}__${test.name}`,
        description: test.description ?? "",
        severity: test.severity,
        sql: dbtSql(graph, sql),
        conditionOn: test.kind === "row" ? self : null,
      },
    ];
  });
  return [...ofChecks, ...ofModel];
}
