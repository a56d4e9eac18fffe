import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import { charts } from "../../graph/further-sql.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { chartRelations } from "../support/charts.ts";

/** A filter that changes no chart. */
export const idleFilter = check({
  code: "ODP5005",
  slug: "idle-filter",
  severity: "error",
  explain: explanation({
    what: "A filter of a dashboard is on a column that no relation of its charts has.",
    why: "A filter works on every chart whose relation has the column. One that works on none is shown all the same, and whoever uses it believes numbers that are not filtered.",
    mend: "Filter by a column of a relation that is drawn, or leave the filter out.",
    bad: "filters: [filter.select(customers.country)], rows: [[chart over orders]]",
    good: "filters: [filter.select(orders.status)], rows: [[chart over orders]]",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "dashboard")) {
      const columns = new Set(
        charts(node.declaration)
          .flatMap(chartRelations)
          .flatMap((body) => Object.keys(body.columns)),
      );
      for (const filter of node.declaration.spec.filters ?? []) {
        if (columns.size === 0 || !isColumnRef(filter.column) || columns.has(filter.column[COLUMN].name))
          continue;
        report({
          at: { kind: "site", site: filter.site },
          message: `no chart of \`${node.name}\` has the column \`${filter.column[COLUMN].name}\` that this filter is on`,
          help: "filter by a column of a relation that is drawn",
        });
      }
    }
  },
});
