import { durationWords } from "../compiler/checks/support/words.ts";
import type { Compiled } from "../compiler/compile.ts";
import { worstCaseAge } from "../compiler/graph/age.ts";
import {
  downstreamOf,
  type Graph,
  type GraphNode,
  type NodeId,
  nodeOf,
  upstreamOf,
} from "../compiler/graph/graph.ts";
import { becomes } from "./becomes.ts";
import type { OpenProject } from "./open-project.ts";

/** What a declaration is and becomes: for `odp explain`. Files and names need a project without errors. */
export function declarationText({ graph, locate }: OpenProject, compiled: Compiled, id: NodeId): string {
  const node = nodeOf(graph, id);
  const place = locate(node.mark);
  const lines = [`${id}  ${place === undefined ? node.file : `${place.file}:${place.line}:${place.column}`}`];
  if (node.description !== undefined) lines.push(...node.description.split("\n").map((line) => `  ${line}`));
  const built = graph.builtBy.get(id);
  if (built !== undefined) lines.push(`  built by ${built}`);
  lines.push(
    ...section(
      "reads",
      upstreamOf(graph, id).map((edge) => `${edge.from}${edge.face === "current" ? "" : ` (${edge.face})`}`),
    ),
  );
  lines.push(
    ...section(
      "read by",
      downstreamOf(graph, id).map((edge) => edge.to),
    ),
  );
  lines.push(...section("columns", columnLines(node)));
  lines.push(...section("outputs that wait for it", outputsOf(graph, id)));
  const age = worstCaseAge(graph, id);
  if (age !== undefined) {
    const title = `at worst ${durationWords(age.seconds)} old`;
    lines.push(
      ...section(
        title,
        age.terms.map(({ what, seconds }) => `${durationWords(seconds).padStart(12)}  ${what}`),
      ),
    );
  }
  const { plan } = compiled;
  if (plan === undefined)
    return `${lines.join("\n")}\n  what it becomes cannot be said before the errors of the project are mended\n`;
  lines.push(...section("becomes", becomes(plan, node)));
  lines.push(
    ...section(
      "files",
      compiled.artifacts.filter((artifact) => artifact.from.includes(id)).map((artifact) => artifact.path),
    ),
  );
  return `${lines.join("\n")}\n`;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`  ${title}`, ...[...new Set(items)].map((item) => `    ${item}`)];
}

function columnLines(node: GraphNode): readonly string[] {
  const width = Math.max(0, ...node.columns.map((column) => column.name.length));
  return node.columns.map(({ name, spec, description }) => {
    const type = `${spec.type.name}${spec.type.args === undefined ? "" : `(${spec.type.args.join(", ")})`}`;
    return `${name.padEnd(width)}  ${type}${spec.nullable ? "" : " not null"}${description === undefined ? "" : `  ${description.split("\n")[0] ?? ""}`}`.trimEnd();
  });
}

const OUTPUTS = new Set(["dashboard", "report", "action"]);

function outputsOf(graph: Graph, id: NodeId): readonly string[] {
  const seen = new Set<NodeId>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const edge of downstreamOf(graph, next))
      if (!seen.has(edge.to)) {
        seen.add(edge.to);
        waiting.push(edge.to);
      }
  return [...seen].filter((each) => OUTPUTS.has(nodeOf(graph, each).kind)).sort();
}
