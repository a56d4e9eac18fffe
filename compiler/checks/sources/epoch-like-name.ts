import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A source whose name reads like a generation of another one. */
export const epochLikeName = check({
  code: "ODP2010",
  slug: "epoch-like-name",
  severity: "error",
  explain: explanation({
    what: "The name of a source ends in `_e` and a number, the way in which odp writes a source's epoch.",
    why: "Slot, topics and connector of epoch 2 of `shop` are named `.._shop_e2`. A source `shop_e2` has the same names: two connectors would read one slot, and the sink of `shop` would take the topics of the other for its own.",
    mend: "Choose another name for the source.",
    bad: `postgres("shop_e2", { ... })`,
    good: `postgres("shop_europe", { ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "postgres"))
      if (/_e\d+$/.test(node.name))
        report({
          at: node.mark,
          message: `the name of the source \`${node.name}\` ends like an epoch of \`${node.name.replace(/_e\d+$/, "")}\``,
          help: "choose a name that does not end in `_e` and a number",
        });
  },
});
