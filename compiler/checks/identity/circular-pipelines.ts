import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, type NodeId, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Pipelines that wait for each other's models. */
export const circularPipelines = check({
  code: "ODP1011",
  slug: "circular-pipelines",
  severity: "error",
  explain: explanation({
    what: "A pipeline reads a model of another one, and that one reads a model of the first, though no model reads itself.",
    why: "Pipelines start each other through assets. Two that start each other never come to rest, and neither ever works on the newest state of the other: Airflow sees no cycle, since it looks inside one DAG only.",
    mend: "List the models between them in one of the two pipelines, or make both one pipeline.",
    bad: `pipeline("a", { outputs: [a2] })   // a2 reads b1
pipeline("b", { outputs: [b1, b2] })   // b2 reads a2`,
    good: `pipeline("a", { outputs: [a2, b1] })
pipeline("b", { outputs: [b2] })`,
  }),
  run: (graph, report) => {
    const waits = waitsOf(graph);
    const done = new Set<NodeId>();
    for (const { id } of nodesOf(graph, "pipeline")) {
      const path = done.has(id) ? undefined : wayBack(id, waits);
      if (path === undefined) continue;
      for (const pipeline of path) done.add(pipeline);
      const name = (pipeline: NodeId): string => `\`${graph.nodes.get(pipeline)?.name ?? pipeline}\``;
      report({
        at: graph.nodes.get(id)?.mark ?? { kind: "project" },
        message: `these pipelines wait for each other: ${[...path, id].map(name).join(" -> ")}`,
        related: path.flatMap((from, index) => {
          const edge = waits.get(from)?.get(path[index + 1] ?? id);
          return edge === undefined
            ? []
            : [
                {
                  at: edge.at,
                  message: `a model of ${name(from)} reads \`${edge.read}\`, which ${name(path[index + 1] ?? id)} builds`,
                },
              ];
        }),
        help: "list the models between them in one of the pipelines",
      });
    }
  },
});

interface Wait {
  readonly read: string;
  readonly at: Mark;
}
type Waits = ReadonlyMap<NodeId, ReadonlyMap<NodeId, Wait>>;

/** For each pipeline those whose models it reads, with one place that shows it. */
function waitsOf(graph: Graph): Waits {
  const waits = new Map<NodeId, Map<NodeId, Wait>>();
  for (const [id, by] of graph.builtBy)
    for (const edge of upstreamOf(graph, id)) {
      const other = graph.builtBy.get(edge.from);
      if (other === undefined || other === by || edge.why === "refers") continue;
      const found = waits.get(by) ?? new Map();
      if (!found.has(other))
        found.set(other, { read: graph.nodes.get(edge.from)?.name ?? edge.from, at: edge.at });
      waits.set(by, found);
    }
  return waits;
}

function wayBack(start: NodeId, waits: Waits): readonly NodeId[] | undefined {
  const cameFrom = new Map<NodeId, NodeId>();
  let level: NodeId[] = [start];
  while (level.length > 0) {
    const next: NodeId[] = [];
    for (const id of level)
      for (const other of waits.get(id)?.keys() ?? []) {
        if (other === start) return pathTo(id, start, cameFrom);
        if (cameFrom.has(other)) continue;
        cameFrom.set(other, id);
        next.push(other);
      }
    level = next;
  }
  return undefined;
}

function pathTo(last: NodeId, start: NodeId, cameFrom: ReadonlyMap<NodeId, NodeId>): readonly NodeId[] {
  const path: NodeId[] = [];
  for (let at: NodeId | undefined = last; at !== undefined && at !== start; at = cameFrom.get(at))
    path.push(at);
  return [start, ...path.reverse()];
}
