import type { Face } from "../../../dsl/relation.ts";
import { downstreamOf, type Graph, type NodeId, nodeOf, nodesOf, upstreamOf } from "../../graph/graph.ts";
import type { DbtModel, DbtRef, DbtSeed, DbtSelector, DbtSingularTest } from "../dbt.ts";
import * as names from "../names.ts";
import { capturedBase, capturedModel, dbtRef, refKey } from "./dbt-names.ts";
import { relationsOf } from "./dbt-sql.ts";
import { isBuilt, stageSelector, stages } from "./stages.ts";

/** Every set of models that one task builds, sorted by name. */
export function dbtSelectors(
  graph: Graph,
  models: readonly DbtModel[],
  tests: DeclaredTests,
): readonly DbtSelector[] {
  const found = [
    ...nodesOf(graph, "postgres").map(({ name, id }) => sourceSelector(graph, name, id)),
    ...nodesOf(graph, "pipeline").flatMap(({ name, id }) => pipelineSelectors(graph, name, id, tests)),
    ...models.filter(isIncremental).map(({ name }) => ({
      name: names.selector.backfill(name),
      description: `${name} alone, without its tests`,
      nodes: [name],
      tests: [],
      isTested: false,
    })),
  ];
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sourceSelector(graph: Graph, source: string, id: NodeId): DbtSelector {
  const tables = downstreamOf(graph, id).filter((edge) => edge.why === "captures");
  const nodes = tables.flatMap(({ to }) => [
    capturedBase(graph, to),
    ...(["current", "changes", "history"] as const)
      .filter((face) => isFaceBuilt(graph, to, face))
      .map((face) => capturedModel(graph, to, face)),
  ]);
  return {
    name: names.selector.source(source),
    description: `Current state of the tables of ${source}`,
    nodes: nodes.sort(),
    tests: [],
    isTested: true,
  };
}

/** Changes and history are models only where something reads them. */
function isFaceBuilt(graph: Graph, table: NodeId, face: Face): boolean {
  return face === "current" || downstreamOf(graph, table).some((edge) => edge.face === face);
}

function pipelineSelectors(
  graph: Graph,
  name: string,
  id: NodeId,
  tests: DeclaredTests,
): readonly DbtSelector[] {
  const pipeline = nodeOf(graph, id).declaration;
  const isByModel = pipeline.kind === "pipeline" && pipeline.spec.granularity === "model";
  const cut = stages(graph, id).filter(isBuilt);
  const nameOf = (node: NodeId) => nodeOf(graph, node).name;
  if (isByModel)
    return cut.flatMap((stage) =>
      [...stage.seeds, ...stage.models].map((node) => ({
        name: names.selector.model(name, nameOf(node)),
        description: `${nameOf(node)} of pipeline ${name}`,
        nodes: [nameOf(node)],
        tests: testsOutOfReach(graph, [node], tests),
        isTested: true,
      })),
    );
  return cut.map((stage, index) => ({
    name: stageSelector(name, cut, stage),
    description:
      cut.length === 1 ? `Pipeline ${name}` : `Stage ${index + 1} of ${cut.length} of pipeline ${name}`,
    nodes: [...stage.seeds, ...stage.models].map(nameOf).sort(),
    tests: testsOutOfReach(graph, [...stage.seeds, ...stage.models], tests),
    isTested: true,
  }));
}

/**
 * dbt runs a test with the nodes that it reads only if these are built too or stand above them. A test that also
 * reads something else is named, so that it runs with the model that declares it; one that reads something below the
 * model runs with that.
 */
function testsOutOfReach(graph: Graph, nodes: readonly NodeId[], tests: DeclaredTests): readonly string[] {
  const inReach = above(graph, nodes);
  return nodes
    .flatMap((node) => {
      const outside = upstreamOf(graph, node)
        .filter(
          (edge) => edge.why === "refers" && !inReach.has(edge.from) && !above(graph, [edge.from]).has(node),
        )
        .map((edge) => refKey(dbtRef(graph, edge.from, edge.face)));
      return tests
        .filter((test) => test.node === node && test.reads.some((ref) => outside.includes(refKey(ref))))
        .map(({ name }) => name);
    })
    .sort();
}

/** The nodes and everything that they are built from. */
function above(graph: Graph, nodes: readonly NodeId[]): ReadonlySet<NodeId> {
  const found = new Set<NodeId>(nodes);
  for (const id of found)
    for (const edge of upstreamOf(graph, id)) if (edge.why === "reads") found.add(edge.from);
  return found;
}

/** Named tests that read more than the model that declares them. */
export function namedTests(
  models: readonly DbtModel[],
  seeds: readonly DbtSeed[],
  singular: readonly DbtSingularTest[],
): DeclaredTests {
  return [
    ...[...models, ...seeds].flatMap(({ id, tests }) =>
      tests.flatMap((test) =>
        test.kind === "relationships" ? [{ node: id, name: test.name, reads: [test.to] }] : [],
      ),
    ),
    ...singular.map(({ id, name, sql }) => ({
      node: id,
      name,
      reads: relationsOf(sql).map(({ ref }) => ref),
    })),
  ];
}

type DeclaredTests = readonly {
  readonly node: NodeId;
  readonly name: string;
  readonly reads: readonly DbtRef[];
}[];

function isIncremental({ materialize }: DbtModel): boolean {
  return materialize.kind === "periods" || materialize.kind === "merge";
}
