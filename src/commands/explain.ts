import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  downstreamOf,
  type Graph,
  type GraphNode,
  type NodeId,
  nodeOf,
  upstreamOf,
} from "../../compiler/graph/graph.ts";
import { suggest } from "../../compiler/text/suggest.ts";
import { allCodes } from "../code-info.ts";
import { findNodes, unknownNode } from "../find-node.ts";
import { type OpenProject, openProject } from "../open-project.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** Explains a code, its slug, or a declaration of the project. */
export async function explainCommand(
  subject: string,
  flags: { readonly project: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const codes = allCodes();
  const known = codes.find(([code, info]) => code === subject.toUpperCase() || info.slug === subject);
  if (known !== undefined) {
    const [code, { slug, severity, explain }] = known;
    terminal.out(`${severity}[${code}] ${slug}\n\n${explain.trim()}\n`);
    return EXIT.ok;
  }
  if (/^odp\d+$/iu.test(subject)) {
    terminal.err(`there is no code \`${subject.toUpperCase()}\`\n`);
    return EXIT.usage;
  }
  if (!hasProject(resolve(flags.project))) {
    const meant = suggest(
      subject,
      codes.flatMap(([code, info]) => [code, info.slug]),
    );
    terminal.err(
      `there is no code or slug \`${subject}\`, and no project here${meant === undefined ? "" : `; did you mean \`${meant}\`?`}\n`,
    );
    return EXIT.usage;
  }
  const opened = await openProject(flags.project, terminal);
  if (opened === undefined) return EXIT.errors;
  const ids = findNodes(opened.graph, subject);
  if (ids.length === 0) {
    terminal.err(unknownNode(opened.graph, subject));
    return EXIT.usage;
  }
  terminal.out(ids.map((id) => declarationText(opened, id)).join("\n"));
  return EXIT.ok;
}

function hasProject(folder: string): boolean {
  const parent = resolve(folder, "..");
  return existsSync(join(folder, "odp.config.ts")) || (parent !== folder && hasProject(parent));
}

function declarationText({ graph, locate }: OpenProject, id: NodeId): string {
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
