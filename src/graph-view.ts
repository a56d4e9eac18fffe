import { downstreamOf, type Edge, type Graph, type NodeId, upstreamOf } from "../compiler/graph/graph.ts";

export const GRAPH_FORMATS = ["tree", "mermaid", "dot", "json"] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** The chosen part of the graph as text. */
export function renderGraph(graph: Graph, nodes: ReadonlySet<NodeId>, format: GraphFormat): string {
  const ids = [...graph.nodes.keys()].filter((id) => nodes.has(id));
  const edges = ids.flatMap((id) => upstreamOf(graph, id).filter((edge) => nodes.has(edge.from)));
  return FORMATS[format](graph, ids, edges);
}

type Render = (graph: Graph, ids: readonly NodeId[], edges: readonly Edge[]) => string;

const FORMATS: Readonly<Record<GraphFormat, Render>> = {
  tree: (graph, ids) => tree(graph, ids),
  mermaid: (_, ids, edges) =>
    [
      "flowchart LR",
      ...ids.map((id) => `  ${key(ids, id)}["${id.replaceAll('"', "#quot;")}"]`),
      ...edges.map(
        (edge) =>
          `  ${key(ids, edge.from)} ${edge.why === "refers" ? "-.->" : "-->"}${label(edge) === "" ? "" : `|${label(edge)}|`} ${key(ids, edge.to)}`,
      ),
      "",
    ].join("\n"),
  dot: (_, ids, edges) =>
    [
      "digraph odp {",
      "  rankdir=LR;",
      "  node [shape=box];",
      ...ids.map((id) => `  ${JSON.stringify(id)};`),
      ...edges.map(
        (edge) =>
          `  ${JSON.stringify(edge.from)} -> ${JSON.stringify(edge.to)}${label(edge) === "" ? "" : ` [label=${JSON.stringify(label(edge))}]`};`,
      ),
      "}",
      "",
    ].join("\n"),
  json: (graph, ids, edges) =>
    `${JSON.stringify(
      {
        nodes: ids.map((id) => ({
          id,
          file: graph.nodes.get(id)?.file ?? null,
          description: graph.nodes.get(id)?.description ?? null,
        })),
        edges: edges.map(({ from, to, why, face }) => ({ from, to, why, face })),
      },
      null,
      2,
    )}\n`,
};

function key(ids: readonly NodeId[], id: NodeId): string {
  return `n${ids.indexOf(id)}`;
}

function label(edge: Edge): string {
  return edge.face === "current" ? (edge.why === "reads" ? "" : edge.why) : edge.face;
}

/** What is downstream of each beginning, indented. What was shown before is not shown again. */
function tree(graph: Graph, ids: readonly NodeId[]): string {
  const chosen = new Set(ids);
  const shown = new Set<NodeId>();
  const lines: string[] = [];
  const show = (id: NodeId, indent: string, note: string): void => {
    const below = downstreamOf(graph, id).filter((edge) => chosen.has(edge.to));
    const isAgain = shown.has(id) && below.length > 0;
    lines.push(`${indent}${id}${note}${isAgain ? " …" : ""}`);
    if (shown.has(id)) return;
    shown.add(id);
    for (const edge of below) show(edge.to, `${indent}  `, label(edge) === "" ? "" : ` (${label(edge)})`);
  };
  for (const id of ids) if (upstreamOf(graph, id).every((edge) => !chosen.has(edge.from))) show(id, "", "");
  // A cycle has no beginning.
  for (const id of ids) if (!shown.has(id)) show(id, "", "");
  return `${lines.join("\n")}\n`;
}
