import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { keyOf } from "../support/keys.ts";

/** A captured table without a key. */
export const keylessTable = check({
  code: "ODP2001",
  slug: "keyless-table",
  severity: "error",
  explain: explanation({
    what: "A captured table has no primary key and no `keys`.",
    why: 'PostgreSQL refuses every UPDATE and DELETE on a published table without a replica identity (`cannot update table .. because it does not have a replica identity and publishes updates`): capturing the table would break the application that writes it. Source: PostgreSQL, Logical Replication, Publication. With `identity: "full"` the application works, but the current state cannot tell which row a change belongs to.',
    mend: "Mark the columns of the primary key. Where the table has none, add one in the database, or a unique index over columns that are not null, and name its columns in `keys`.",
    bad: "events: { at: pg.timestamptz(), name: pg.text() }",
    good: "events: { id: pg.bigint().primaryKey(), at: pg.timestamptz(), name: pg.text() }",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      if (keyOf(node).length > 0) continue;
      const isFull = node.declaration.options.identity === "full";
      report({
        at: node.mark,
        message: isFull
          ? `\`${node.name}\` has no key, so its current state cannot tell which row a change belongs to`
          : `\`${node.name}\` has no primary key, and PostgreSQL refuses every UPDATE and DELETE on a captured table without one`,
        help: "mark the columns of its primary key with `.primaryKey()`, or name those of a unique index: `table({ .. }, { keys: [..] })`",
      });
    }
  },
});
