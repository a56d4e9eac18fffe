import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { collisions } from "../support/collisions.ts";

/** A captured column whose name needs quotes. */
export const unreadableColumnName = check({
  code: "ODP2005",
  slug: "unreadable-column-name",
  severity: "error",
  explain: explanation({
    what: "A captured column has a name with capitals or with characters that need quotes.",
    why: "Trino writes names in lower case while the Iceberg sink compares them case-sensitively: it adds a second column, and from then on every Trino query on the table fails with `Multiple entries with same key` (seen on Iceberg sink 1.12.0 with Trino 476).",
    mend: "Rename the column in PostgreSQL, or capture a generated column with a lower-case name.",
    bad: "orders: { id: pg.bigint().primaryKey(), customerId: pg.bigint() }",
    good: "orders: { id: pg.bigint().primaryKey(), customer_id: pg.bigint() }",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      const colliding = collisions(node);
      for (const { name, mark } of node.columns) {
        if (/^[a-z_][a-z0-9_]*$/.test(name) || colliding.has(name)) continue;
        const hasCapitals = /[A-Z]/.test(name);
        report({
          at: mark,
          message: hasCapitals
            ? `the column \`${name}\` of \`${node.name}\` has capitals, which make its table in the lake unreadable`
            : `the column \`${name}\` of \`${node.name}\` has characters other than lower-case letters, digits and \`_\``,
          help: "rename it in PostgreSQL, or capture a generated column with a lower-case name",
        });
      }
    }
  },
});
