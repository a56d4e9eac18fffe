import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** An epoch that is no generation. */
export const malformedEpoch = check({
  code: "ODP2009",
  slug: "malformed-epoch",
  severity: "error",
  explain: explanation({
    what: "The `epoch` of a source is not a whole number from 1 to 9999.",
    why: "The epoch is the generation of a source: it stands in the names of slot, publication, topics and connector, and changes are ordered by (epoch, offset). A fraction or a zero would give names that PostgreSQL refuses, and an order that loses changes.",
    mend: "Begin with 1, which is the default, and raise it by one after a restore, a move or a lost slot.",
    bad: `postgres("shop", { epoch: 0, ... })`,
    good: `postgres("shop", { epoch: 2, ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "postgres")) {
      const { epoch } = node.declaration.spec;
      if (epoch === undefined || (Number.isInteger(epoch) && epoch >= 1 && epoch <= 9999)) continue;
      report({
        at: markAt(node.mark, "epoch"),
        message: `the epoch of \`${node.name}\` is \`${String(epoch)}\`, not a whole number from 1 to 9999`,
        help: "begin with 1 and raise it by one each time",
      });
    }
  },
});
