import { type Graph, type NodeId, nodeOf, nodesOf, upstreamOf } from "../../graph/graph.ts";
import type { DbtModel, DbtRef, DbtSeed, DbtSelector, DbtSingularTest } from "../dbt.ts";
import * as names from "../names.ts";
import { dbtRef, refKey } from "./dbt-names.ts";
import { relationsOf } from "./dbt-sql.ts";
import { isBuilt, stageSelector, stages } from "./stages.ts";

/** Every set of models that one task builds, sorted by name. */
export function dbtSelectors(
  graph: Graph,
  models: readonly DbtModel[],
  tests: DeclaredTests,
): readonly DbtSelector[] {
  const compared = new Set(models.filter(({ lateChanges }) => lateChanges !== null).map(({ id }) => id));
  const isCompared: IsCompared = (nodes) => nodes.some((id) => compared.has(id));
  const found = [
    ...nodesOf(graph, "postgres").map(({ name }) => sourceSelector(name)),
    ...nodesOf(graph, "pipeline").flatMap(({ name, id }) =>
      pipelineSelectors(graph, name, id, tests, isCompared),
    ),
    ...models.filter(isIncremental).map(({ name }) => ({
      name: names.selector.backfill(name),
      description: `${name} alone, without its tests`,
      tag: null,
      folder: null,
      nodes: [name],
      tests: [],
      isTested: false,
      isWithoutComparisons: false,
    })),
  ];
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether one of the models is compared with its full rebuild, which is too much for every build. */
type IsCompared = (nodes: readonly NodeId[]) => boolean;

function sourceSelector(source: string): DbtSelector {
  return {
    name: names.selector.source(source),
    description: `Current state of the tables of ${source}`,
    tag: null,
    folder: ["captured", source],
    nodes: [],
    tests: [],
    isTested: true,
    isWithoutComparisons: false,
  };
}

function pipelineSelectors(
  graph: Graph,
  name: string,
  id: NodeId,
  tests: DeclaredTests,
  isCompared: IsCompared,
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
        tag: null,
        folder: null,
        nodes: [nameOf(node)],
        tests: testsOutOfReach(graph, [node], tests),
        isTested: true,
        isWithoutComparisons: isCompared([node]),
      })),
    );
  return cut.map((stage, index) => ({
    name: stageSelector(name, cut, stage),
    description:
      cut.length === 1 ? `Pipeline ${name}` : `Stage ${index + 1} of ${cut.length} of pipeline ${name}`,
    tag: `build:${stageSelector(name, cut, stage)}`,
    folder: null,
    nodes: [...stage.seeds, ...stage.models].map(nameOf).sort(),
    tests: testsOutOfReach(graph, [...stage.seeds, ...stage.models], tests),
    isTested: true,
    isWithoutComparisons: isCompared(stage.models),
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
      return (tests.get(node) ?? [])
        .filter(({ reads }) => reads.some((ref) => outside.includes(refKey(ref))))
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
  const found = new Map<NodeId, DeclaredTest[]>();
  const add = (node: NodeId, name: string, reads: readonly DbtRef[]): void => {
    const known = found.get(node);
    if (known === undefined) found.set(node, [{ name, reads }]);
    else known.push({ name, reads });
  };
  for (const { id, tests } of [...models, ...seeds])
    for (const test of tests) if (test.kind === "relationships") add(id, test.name, [test.to]);
  for (const { id, name, sql } of singular)
    add(
      id,
      name,
      relationsOf(sql).map(({ ref }) => ref),
    );
  return found;
}

interface DeclaredTest {
  readonly name: string;
  readonly reads: readonly DbtRef[];
}

/** By the node that declares them. */
type DeclaredTests = ReadonlyMap<NodeId, readonly DeclaredTest[]>;

function isIncremental({ materialize }: DbtModel): boolean {
  return materialize.kind === "periods" || materialize.kind === "merge";
}

/** The tags of selectors by the name of a node or test that stands in them. */
export function selectorTags(selectors: readonly DbtSelector[]): ReadonlyMap<string, string> {
  return new Map(
    selectors.flatMap(({ tag, nodes, tests }) =>
      tag === null ? [] : [...nodes, ...tests].map((name) => [name, tag] as const),
    ),
  );
}
