import { rowsOf } from "../../graph/dashboard-rows.ts";
import { charts } from "../../graph/further-sql.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A dashboard without a chart. */
export const emptyDashboard = check({
  code: "ODP5006",
  slug: "empty-dashboard",
  severity: "error",
  explain: explanation({
    what: "A dashboard, or one of its tabs, shows no chart.",
    why: "It would be an empty page; and a dashboard without charts reads nothing, so nothing would be built for it.",
    mend: "Put charts in `rows`, or in `rows` of its `tabs`.",
    bad: `dashboard("sales", { title: "Sales", rows: [] })`,
    good: `dashboard("sales", { title: "Sales", rows: [[chart.bigNumber({ ... })]] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "dashboard")) {
      const help = "put charts in its `rows`";
      if (charts(node.declaration).length === 0)
        report({ at: node.mark, message: `the dashboard \`${node.name}\` has no chart`, help });
      else
        for (const [index, tab] of (node.declaration.spec.tabs ?? []).entries())
          if (rowsOf({ title: tab.title, rows: tab.rows }).every(({ row }) => row.length === 0))
            report({
              at: markAt(node.mark, "tabs", index),
              message: `the tab "${tab.title}" of \`${node.name}\` is empty`,
              help,
            });
    }
  },
});
