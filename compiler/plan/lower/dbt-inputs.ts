import { seconds } from "../../graph/config.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import type { DbtExternal, DbtSeed } from "../dbt.ts";
import * as names from "../names.ts";
import { columnTests, dbtColumns, distinctTests } from "./dbt-columns.ts";
import { modelTests } from "./dbt-models.ts";
import { externalSource } from "./dbt-names.ts";
import { ownerOf } from "./dbt-owners.ts";

export function dbtSeeds(graph: Graph): readonly DbtSeed[] {
  return nodesOf(graph, "seed").map((node) => dbtSeed(graph, node));
}

function dbtSeed(graph: Graph, node: GraphNode<"seed">): DbtSeed {
  const { spec } = node.declaration;
  const rows = (spec.rows ?? []).map((row) => node.columns.map(({ name }) => row[name] ?? null));
  return {
    id: node.id,
    name: node.name,
    file: node.file,
    schema: names.layerSchema.seed,
    description: node.description ?? "",
    owner: ownerOf(graph, node.id),
    tags: [...(spec.tags ?? [])].sort(),
    columns: dbtColumns(node.columns),
    content: node.attachment === undefined ? { rows } : { csv: node.attachment.text },
    tests: distinctTests([
      ...columnTests(graph, node, spec.grain ?? [], []),
      ...modelTests(graph, node, spec.tests ?? []),
    ]),
  };
}

export function dbtExternals(graph: Graph): readonly DbtExternal[] {
  return nodesOf(graph, "external").map((node) => {
    const { spec } = node.declaration;
    return {
      id: node.id,
      name: node.name,
      file: node.file,
      description: node.description ?? "",
      owner: spec.owner ?? null,
      tags: [...(spec.tags ?? [])].sort(),
      source: externalSource(spec),
      catalog: spec.catalog ?? null,
      schema: spec.schema,
      table: spec.table ?? node.name,
      columns: dbtColumns(node.columns),
      tests: columnTests(graph, node, spec.grain ?? [], []),
      landedBy: spec.landedBy,
      freshSeconds: seconds(spec.freshWithin),
      landedAt: spec.landedAt ?? null,
    };
  });
}
