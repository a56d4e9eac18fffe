import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { ModelTest } from "../../../dsl/test.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { relationNode } from "./relations.ts";

/** The relation whose column is named. */
type Owner = Pick<GraphNode, "name" | "columns" | "mark">;

/** A column that a declaration names beside its SQL. */
export interface NamedColumn {
  readonly owner: Owner;
  readonly name: string;
  /** What names it: "the grain", "a test". */
  readonly by: string;
  readonly at: Mark;
}

/** Every column that models, seeds and externals name in grain, order, partitions, tests and increments. */
export function namedColumns(graph: Graph): readonly NamedColumn[] {
  return [
    ...nodesOf(graph, "model").flatMap((node) => {
      const { spec } = node.declaration;
      const owner: Owner = node;
      return [
        ...listed(owner, spec.grain, "the grain", "grain"),
        ...listed(owner, spec.sortBy, "the order of its files", "sortBy"),
        ...(spec.partitionBy ?? []).flatMap((text, index) => {
          const name = partitionColumn(text);
          return name === undefined
            ? []
            : [{ owner, name, by: "the partitioning", at: markAt(node.mark, "partitionBy", index) }];
        }),
        ...ofMaterialization(owner, spec.materialize),
        ...ofTests(graph, owner, spec.tests),
      ];
    }),
    ...nodesOf(graph, "seed").flatMap((node) => [
      ...listed(node, node.declaration.spec.grain, "the grain", "grain"),
      ...ofTests(graph, node, node.declaration.spec.tests),
    ]),
    ...nodesOf(graph, "external").flatMap((node) => [
      ...listed(node, node.declaration.spec.grain, "the grain", "grain"),
      ...listed(node, one(node.declaration.spec.landedAt), "`landedAt`", "landedAt"),
    ]),
  ];
}

/** The column of a partition, `month(day)` or `day`; nothing if it is none of Trino's transforms. */
export function partitionColumn(text: string): string | undefined {
  const match =
    /^(?:(?:year|month|day|hour)\(\s*("?[a-z_]\w*"?)\s*\)|(?:bucket|truncate)\(\s*("?[a-z_]\w*"?)\s*,\s*\d+\s*\)|("?[a-z_]\w*"?))$/i.exec(
      text.trim(),
    );
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.replaceAll('"', "");
}

const one = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);

function listed(
  owner: Owner,
  names: readonly string[] | undefined,
  by: string,
  property: string,
): readonly NamedColumn[] {
  return (names ?? []).map((name, index) => ({ owner, name, by, at: markAt(owner.mark, property, index) }));
}

function ofMaterialization(owner: Owner, how: unknown): readonly NamedColumn[] {
  if (typeof how !== "object" || how === null) return [];
  const given: { readonly period?: string; readonly key?: readonly string[]; readonly watermark?: string } =
    how;
  const at = markAt(owner.mark, "materialize");
  return [
    ...one(given.period).map((name) => ({ owner, name, by: "the period", at })),
    ...(given.key ?? []).map((name) => ({ owner, name, by: "the merge key", at })),
    ...one(given.watermark).map((name) => ({ owner, name, by: "the watermark", at })),
  ];
}

function ofTests(
  graph: Graph,
  owner: Owner,
  tests: readonly ModelTest[] | undefined,
): readonly NamedColumn[] {
  return (tests ?? []).flatMap((test): readonly NamedColumn[] => {
    const at: Mark = { kind: "site", site: test.site };
    if (test.kind === "unique")
      return (test.columns ?? []).map((name) => ({ owner, name, by: "a test", at }));
    if (test.kind !== "relationship") return [];
    const to = isColumnRef(test.to) ? test.to[COLUMN] : undefined;
    const target = to === undefined ? undefined : relationNode(graph, to.relation);
    return [
      { owner, name: test.column, by: "a test", at },
      ...(to === undefined || target === undefined
        ? []
        : [{ owner: target, name: to.name, by: `a test of \`${owner.name}\``, at }]),
    ];
  });
}
