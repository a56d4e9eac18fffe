import type { Face } from "../../../dsl/relation.ts";
import type { Graph, GraphNode } from "../../graph/graph.ts";
import { lakeTable, RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isRead, sourceOf } from "../support/final-names.ts";

/** Two relations that are one table of the lake. */
export const clashingTable = check({
  code: "ODP3004",
  slug: "clashing-table",
  severity: "error",
  explain: explanation({
    what: "Two relations become the same table of the lake.",
    why: "Each build would replace the other's rows. It happens where a captured table is called as the history of another one (`orders_history` and `history(shop.orders)`), where a table `billing_invoices` meets `invoices` of the schema `billing`, and where an external stands on a table that odp writes.",
    mend: "Rename the table or leave out what is not needed. A table that odp builds is read by its own name, not as an external.",
    bad: `tables: { billing_invoices: {...} }, schemas: { billing: { invoices: {...} } }`,
    good: `tables: { old_invoices: {...} }, schemas: { billing: { invoices: {...} } }`,
  }),
  run: (graph, report) => {
    const first = new Map<string, { readonly node: GraphNode; readonly what: string }>();
    for (const { node, face } of relations(graph)) {
      const place = lakeTable(node.declaration, face, (source) => sourceOf(graph, source).schema);
      if (place === undefined) continue;
      if (
        node.declaration.kind === "external" &&
        (node.declaration.spec.catalog ?? graph.config.catalog) !== graph.config.catalog
      )
        continue;
      const key = `${place.schema.toLowerCase()}.${place.table.toLowerCase()}`;
      const what = face === "current" ? `\`${node.name}\`` : `the ${face} of \`${node.name}\``;
      const other = first.get(key);
      if (other === undefined) first.set(key, { node, what });
      else if (other.node.kind !== node.kind || other.node.kind === "table" || other.node.kind === "external")
        report({
          at: node.mark,
          message: `${what} and ${other.what} are the same table of the lake, \`${graph.config.catalog}.${key}\``,
          related: [{ at: other.node.mark, message: `${other.what} is declared here` }],
          help: "rename one of them, or declare the table once",
        });
    }
  },
});

function relations(graph: Graph): readonly { readonly node: GraphNode; readonly face: Face }[] {
  return [...graph.nodes.values()]
    .filter((node) => RELATION_KINDS.has(node.kind))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((node) => {
      const faces = (["history", "changes"] as const).filter(
        (face) => node.kind === "table" && isRead(graph, node, face),
      );
      return [{ node, face: "current" as const }, ...faces.map((face) => ({ node, face }))];
    });
}

// What odp writes comes before what others write, so that the external is the one that is wrong.
const rank = (node: GraphNode): number => (node.kind === "external" ? 1 : 0);
