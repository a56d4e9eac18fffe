import { findNodes, unknownNode } from "../find-node.ts";
import { GRAPH_FORMATS, type GraphFormat, renderGraph } from "../graph-view.ts";
import { openProject } from "../open-project.ts";
import { selectNodes } from "../select-nodes.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** Flags of `odp graph`. */
export interface GraphFlags {
  readonly project: string;
  readonly format?: GraphFormat;
  readonly upstream?: boolean;
  readonly downstream?: boolean;
}

export { GRAPH_FORMATS };

/** Prints the graph of a project, or the part around one declaration. */
export async function graphCommand(
  declaration: string | undefined,
  flags: GraphFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const opened = await openProject(flags.project, terminal);
  if (opened === undefined) return EXIT.errors;
  const { graph } = opened;
  const chosen = declaration === undefined ? undefined : findNodes(graph, declaration);
  if (declaration !== undefined && chosen?.length === 0) {
    terminal.err(unknownNode(graph, declaration));
    return EXIT.usage;
  }
  const both = flags.upstream !== true && flags.downstream !== true;
  const nodes = selectNodes(graph, chosen, {
    upstream: both || flags.upstream === true,
    downstream: both || flags.downstream === true,
  });
  terminal.out(renderGraph(graph, nodes, flags.format ?? "tree"));
  return EXIT.ok;
}
