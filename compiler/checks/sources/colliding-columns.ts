import { RELATION_KINDS } from "../../graph/lake.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { collisions } from "../support/collisions.ts";

/** Two columns that are one to Trino. */
export const collidingColumns = check({
  code: "ODP2006",
  slug: "colliding-columns",
  severity: "error",
  explain: explanation({
    what: "Two columns of one table differ only in their capitals.",
    why: "Trino knows names in lower case only, so both are one column to it; a table that holds both cannot be read (`Multiple entries with same key`, Trino 476).",
    mend: "Rename one of them in the database, or leave one out.",
    bad: "orders: { id: pg.bigint().primaryKey(), total: pg.bigint(), Total: pg.bigint() }",
    good: "orders: { id: pg.bigint().primaryKey(), total: pg.bigint(), gross_total: pg.bigint() }",
  }),
  run: (graph, report) => {
    for (const node of graph.nodes.values()) {
      if (!RELATION_KINDS.has(node.kind)) continue;
      const colliding = collisions(node);
      for (const { name, mark } of node.columns) {
        const other = colliding.get(name);
        if (other === undefined || other === name) continue;
        const first = node.columns.find((column) => column.name === other);
        report({
          at: mark,
          message: `\`${name}\` and \`${other}\` of \`${node.name}\` are one column to Trino`,
          related: first === undefined ? [] : [{ at: first.mark, message: `\`${other}\` is declared here` }],
          help: "rename one of them",
        });
      }
    }
  },
});
