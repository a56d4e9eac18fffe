import type { GraphNode } from "../../graph/graph.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";
import { referenceTarget } from "../support/references.ts";

/** `.references(..)` to a table or column that is not there. */
export const unknownReference = check({
  code: "ODP1004",
  slug: "unknown-reference",
  severity: "error",
  explain: explanation({
    what: "A column refers to a table that is not captured, or to a column that the table does not have.",
    why: "The reference becomes a dbt `relationships` test. Against a table that is not there it fails on every run, and everything that reads the model is skipped.",
    mend: 'Correct the path: `"table.column"` or `"schema.table.column"` of the same source; for a model, `"model.column"`. Capture the table, or leave the reference out.',
    bad: `customer_id: pg.uuid().references("customer.id")`,
    good: `customer_id: pg.uuid().references("customers.id")`,
  }),
  run: (graph, report) => {
    for (const node of relations(graph))
      for (const column of node.columns) {
        const path = column.spec.references;
        if (path === undefined) continue;
        const found = referenceTarget(graph, node, path);
        if (found.column !== undefined) continue;
        const message =
          found.node === undefined
            ? `\`${node.name}.${column.name}\` refers to \`${path}\`, but ${found.isPath ? `there is no \`${found.table}\`` : "that is no path of a table and a column"}`
            : `\`${node.name}.${column.name}\` refers to \`${path}\`, but \`${found.node.name}\` has no column \`${found.name}\``;
        const help = nearest(path, pathsFor(graph, node), "paths");
        report({
          at: column.mark,
          message,
          ...(found.node === undefined
            ? {}
            : { related: [{ at: found.node.mark, message: `\`${found.node.name}\` is declared here` }] }),
          ...(help === undefined ? {} : { help }),
        });
      }
  },
});

function relations(graph: Graph): readonly GraphNode[] {
  return [...graph.nodes.values()].filter((node) => RELATION_KINDS.has(node.kind));
}

/** Every path that the column may refer to. */
function pathsFor(graph: Graph, node: GraphNode): readonly string[] {
  const { declaration } = node;
  if (declaration.kind !== "table")
    return relations(graph).flatMap((other) => other.columns.map((column) => `${other.name}.${column.name}`));
  const tables = nodesOf(graph, "table").filter((other) => other.declaration.source === declaration.source);
  return tables.flatMap((other) =>
    other.columns.map((column) => `${other.name.slice(declaration.source.length + 1)}.${column.name}`),
  );
}
