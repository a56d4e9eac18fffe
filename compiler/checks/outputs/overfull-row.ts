import type { Row } from "../../../dsl/dashboard.ts";
import { rowsOf } from "../../graph/dashboard-rows.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const TWELFTHS = 12;

/** A row of a dashboard that is wider than the page. */
export const overfullRow = check({
  code: "ODP5013",
  slug: "overfull-row",
  severity: "error",
  explain: explanation({
    what: "The items of one row of a dashboard are wider than the page: a row has twelve twelfths, and each item needs one.",
    why: "Superset draws what does not fit outside of the page, where nobody sees it.",
    mend: "Make items narrower, or begin a new row.",
    bad: "rows: [[chart.line({ width: 8, ... }), chart.bar({ width: 6, ... })]]",
    good: "rows: [[chart.line({ width: 8, ... }), chart.bar({ width: 4, ... })]]",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "dashboard")) {
      for (const { row, path } of rowsOf(node.declaration.spec)) {
        const problem = problemOf(row);
        if (problem !== undefined)
          report({
            at: markAt(node.mark, ...path),
            message: `a row of \`${node.name}\` ${problem}`,
            help: "make items narrower, or begin a new row",
          });
      }
    }
  },
});

function problemOf(row: Row): string | undefined {
  const widths = row.map((item) => (item.kind === "chart" ? item.spec.width : item.width));
  const odd = widths.find(
    (width) => width !== undefined && !(Number.isInteger(width) && width >= 1 && width <= TWELFTHS),
  );
  if (odd !== undefined)
    return `has an item of the width ${odd}, which is no whole number from 1 to ${TWELFTHS}`;
  const needed = widths.reduce((total: number, width) => total + (width ?? 1), 0);
  return needed > TWELFTHS ? `needs ${needed} twelfths of the page` : undefined;
}
