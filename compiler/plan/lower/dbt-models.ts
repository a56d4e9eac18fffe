import { type Face, isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { ModelTest } from "../../../dsl/test.ts";
import type { Raw } from "../../../dsl/values.ts";
import { ICEBERG_TYPES } from "../../facts/trino-types.ts";
import {
  downstreamOf,
  type Graph,
  type GraphNode,
  type NodeId,
  nodesOf,
  upstreamOf,
} from "../../graph/graph.ts";
import type { DbtColumn, DbtMaterialization, DbtModel, DbtPiece, DbtTest } from "../dbt.ts";
import * as names from "../names.ts";
import {
  columnsOfFace,
  columnTests,
  dbtColumns,
  distinctTests,
  plainExpression,
  relationship,
  type TestedNode,
} from "./dbt-columns.ts";
import { lateChanges } from "./dbt-late-changes.ts";
import { dbtMaterialization } from "./dbt-materialization.ts";
import { dbtRef } from "./dbt-names.ts";
import { ownerOf } from "./dbt-owners.ts";
import { type ColumnFacts, type PeriodSource, periodSource } from "./dbt-period-source.ts";
import { dbtSql } from "./dbt-sql.ts";
import { unitTests } from "./dbt-unit-tests.ts";

export function dbtModels(graph: Graph, groups: ReadonlyMap<string, string>): readonly DbtModel[] {
  return nodesOf(graph, "model").map((node) => dbtModel(graph, node, groups));
}

function dbtModel(graph: Graph, node: GraphNode<"model">, groups: ReadonlyMap<string, string>): DbtModel {
  const { layer, spec } = node.declaration;
  const materialize = dbtMaterialization(node);
  const columns = dbtColumns(node.columns);
  const owner = ownerOf(graph, node.id);
  const readers = readersOf(graph, node.id);
  const window =
    materialize.kind === "periods" && node.sql !== undefined
      ? periodSource(node.sql, materialize.period, columnFacts(graph))
      : undefined;
  return {
    id: node.id,
    name: node.name,
    file: node.file,
    layer,
    schema: names.layerSchema[layer],
    description: node.description ?? "",
    owner,
    group: owner === null ? null : (groups.get(owner) ?? null),
    tags: [...(spec.tags ?? [])].sort(),
    takes: spec.takes ?? null,
    access: accessOf(graph, node.id, readers),
    contract: (spec.contract ?? readers !== "own") && columns.length > 0 && columns.every(isKept),
    materialize,
    columns,
    sql:
      node.sql === undefined
        ? []
        : dbtSql(graph, node.sql, (place) =>
            place === window?.relation ? recent(graph, window) : undefined,
          ),
    partitionBy: spec.partitionBy ?? (materialize.kind === "periods" ? [`month(${materialize.period})`] : []),
    sortBy: spec.sortBy ?? [],
    config: rawConfig(spec.dbt ?? {}),
    tests: distinctTests([
      ...columnTests(graph, node, spec.grain ?? [], neverNull(materialize)),
      ...modelTests(graph, node, spec.tests ?? []),
    ]),
    unitTests: unitTests(graph, node),
    lateChanges: materialize.kind === "periods" ? lateChanges(graph, node, window) : null,
    protect: spec.protect ?? false,
  };
}

function recent(graph: Graph, { node, face, instant, unit, alias }: PeriodSource): DbtPiece {
  return { kind: "recent", ref: dbtRef(graph, node, face), instant, unit, alias };
}

function columnFacts(graph: Graph): ColumnFacts {
  const find = (id: NodeId, face: Face, name: string) =>
    columnsOfFace(graph, id, face).find((column) => column.name === name);
  return {
    hasColumn: (id, face, name) => find(id, face, name) !== undefined,
    isInstant: (id, face, name) => find(id, face, name)?.type === "timestamp(6) with time zone",
  };
}

/** A merge finds no row by a null key, so that rows would double. */
function neverNull(materialize: DbtMaterialization): readonly string[] {
  if (materialize.kind === "periods") return [materialize.period, ...materialize.key];
  return materialize.kind === "merge" ? materialize.key : [];
}

type Readers = "output" | "other-pipeline" | "own";

/** Who reads a model, as far as it matters for what it promises. */
function readersOf(graph: Graph, id: NodeId): Readers {
  const readers = downstreamOf(graph, id).filter((edge) => edge.why === "reads" || edge.why === "shows");
  if (readers.some(({ to }) => /^(?:dashboard|report|action):/.test(to))) return "output";
  return readers.some(({ to }) => graph.builtBy.get(to) !== graph.builtBy.get(id)) ? "other-pipeline" : "own";
}

/** dbt lets only the owner's own group read a private model, its tests included. */
function accessOf(graph: Graph, id: NodeId, readers: Readers): DbtModel["access"] {
  if (readers === "output") return "public";
  const owner = ownerOf(graph, id);
  if (readers === "other-pipeline" || owner === null) return "protected";
  const isListed = downstreamOf(graph, id).some((edge) => edge.why === "lists");
  const isOwn = downstreamOf(graph, id).every(
    (edge) => edge.why === "lists" || ownerOf(graph, edge.to) === owner,
  );
  return isListed || !isOwn ? "protected" : "private";
}

/** Whether an Iceberg table says of the column what its declaration says. */
function isKept({ type }: DbtColumn): boolean {
  const name = type.startsWith("decimal(") ? "decimal" : type;
  return ICEBERG_TYPES.includes(name) || /^(?:array|map|row)\(/.test(name);
}

function rawConfig(raw: Raw): DbtModel["config"] {
  return Object.entries(raw)
    .map(([key, value]) => [key, typeof value === "object" ? value.value : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Tests of a model or seed besides those of its columns, as far as they need no file of their own. */
export function modelTests(graph: Graph, node: TestedNode, tests: readonly ModelTest[]): readonly DbtTest[] {
  return tests.flatMap((test) => modelTest(graph, node, test));
}

function modelTest(graph: Graph, node: TestedNode, test: ModelTest): readonly DbtTest[] {
  const common = { severity: test.severity, description: test.description ?? "" };
  switch (test.kind) {
    case "unique":
      return test.columns.length === 1
        ? test.columns.map((column) => ({ ...common, kind: "unique", column }))
        : [{ ...common, kind: "unique_combination", columns: test.columns }];
    case "row": {
      const expression = plainExpression(node, test.expression);
      return expression === undefined
        ? []
        : [{ ...common, kind: "expression", name: `${node.name}__${test.name}`, expression, column: null }];
    }
    case "relationship": {
      const to = isColumnRef(test.to) ? test.to[COLUMN] : undefined;
      const target = upstreamOf(graph, node.id).find(
        (edge) => graph.nodes.get(edge.from)?.name === to?.relation.declaration.name,
      )?.from;
      if (to === undefined || target === undefined) return [];
      return [relationship(graph, node.id, test.column, target, to.name, test.severity, common.description)];
    }
    case "row-count":
      return [{ ...common, kind: "row_count", min: test.min ?? null, max: test.max ?? null }];
    case "query":
      return [];
  }
}
