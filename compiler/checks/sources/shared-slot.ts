import { type GraphNode, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import * as names from "../../plan/names.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Two sources that read one replication slot. */
export const sharedSlot = check({
  code: "ODP2011",
  slug: "shared-slot",
  severity: "error",
  explain: explanation({
    what: "Two sources have the same replication slot.",
    why: "A slot hands each change to one reader and forgets it then. Of two connectors on one slot the second fails (`replication slot .. is active`), or, when they take turns, each misses what the other read.",
    mend: "Leave `slot.name` out of the raw settings; odp names a slot for each source and epoch.",
    bad: `postgres("shop", { connect: { source: { "slot.name": "cdc" } } })
postgres("crm", { connect: { source: { "slot.name": "cdc" } } })`,
    good: `postgres("shop", { ... })   postgres("crm", { ... })`,
  }),
  run: (graph, report) => {
    const first = new Map<string, GraphNode<"postgres">>();
    for (const node of nodesOf(graph, "postgres")) {
      const slot = slotOf(graph.config.project, node);
      const other = first.get(slot);
      if (other === undefined) first.set(slot, node);
      else
        report({
          at: markAt(node.mark, "connect", "source", "slot.name"),
          message: `the sources \`${other.name}\` and \`${node.name}\` read the same slot \`${slot}\``,
          related: [{ at: other.mark, message: `\`${other.name}\` is declared here` }],
          help: "leave `slot.name` out; odp names a slot for each source and epoch",
        });
    }
  },
});

function slotOf(project: string, node: GraphNode<"postgres">): string {
  const { spec } = node.declaration;
  const raw = spec.connect?.source?.["slot.name"];
  const value = typeof raw === "object" ? raw.value : raw;
  return value === undefined
    ? names.slot(project, names.oldestName(node.name, spec.movedFrom), spec.epoch ?? 1)
    : String(value);
}
