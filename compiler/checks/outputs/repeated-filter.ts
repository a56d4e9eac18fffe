import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Two filters of one dashboard that are the same. */
export const repeatedFilter = check({
  code: "ODP5038",
  slug: "repeated-filter",
  severity: "error",
  explain: explanation({
    what: "A dashboard has two filters of one kind on columns of one name.",
    why: "A filter works on every chart whose relation has a column of that name, so the two would work against each other; and Superset knows a filter by an id that follows from both.",
    mend: "Leave one of them out.",
    bad: "filters: [filter.select(orders.country), filter.select(customers.country)]",
    good: "filters: [filter.select(orders.country)]",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "dashboard")) {
      const first = new Map<string, Mark>();
      for (const { type, column, site } of node.declaration.spec.filters ?? []) {
        if (!isColumnRef(column)) continue;
        const { name } = column[COLUMN];
        const at: Mark = { kind: "site", site };
        const other = first.get(`${type} ${name}`);
        if (other === undefined) first.set(`${type} ${name}`, at);
        else
          report({
            at,
            message: `\`${node.name}\` has two ${type} filters on \`${name}\``,
            related: [{ at: other, message: "the first one" }],
            help: "one filter works on every chart that has the column: leave the other out",
          });
      }
    }
  },
});
