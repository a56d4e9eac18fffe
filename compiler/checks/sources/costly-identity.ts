import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const MANY_ROWS = 50_000_000;

/** Whole old rows in the log of a very large table. */
export const costlyIdentity = check({
  code: "ODP2012",
  slug: "costly-identity",
  severity: "warning",
  explain: explanation({
    what: 'A table of more than 50 million rows has `identity: "full"`.',
    why: "With REPLICA IDENTITY FULL PostgreSQL writes the whole old row into its log with every UPDATE and DELETE: the log of a busy table about doubles, and the replication slot holds it back as long as the connector is away. Source: PostgreSQL, ALTER TABLE, REPLICA IDENTITY.",
    mend: 'Use the default, the primary key. It is enough for the current state, also for large values that an update leaves out. `"full"` is needed only for the old values of deleted rows, and for arrays that have no stand-in.',
    bad: `events: table({ ... }, { identity: "full", estimatedRows: 200_000_000 })`,
    good: `events: table({ ... }, { estimatedRows: 200_000_000 })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      const { identity, estimatedRows = 0 } = node.declaration.options;
      if (identity !== "full" || estimatedRows <= MANY_ROWS) continue;
      report({
        at: node.mark,
        message: `\`${node.name}\` has about ${Math.round(estimatedRows / 1_000_000)} million rows and writes whole old rows into PostgreSQL's log with each change`,
        help: 'leave `identity: "full"` out unless the old values of deleted rows are needed',
      });
    }
  },
});
