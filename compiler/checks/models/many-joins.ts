import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { lex } from "../../sql/lexer.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const MANY_JOINS = 12;

/** A query with more joins than anybody can check. */
export const manyJoins = check({
  code: "ODP4027",
  slug: "many-joins",
  severity: "warning",
  explain: explanation({
    what: `A query has more than ${MANY_JOINS} joins.`,
    why: "Each join can double rows or lose them, and with many of them nobody sees which. Trino orders at most nine relations by cost and takes the rest as written (`optimizer.max-reordered-joins`). Source: dbt-project-evaluator, rule `too many joins`; Trino, cost-based optimizations.",
    mend: "Move joins that belong together to an `intermediate` model with a grain of its own.",
    bad: `sql\`select .. from \${orders} join .. join .. (thirteen times)\``,
    good: `sql\`select .. from \${orderFacts} join \${customerFacts} ..\``,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const text = node.sql?.analysed ?? "";
      // Few texts hold the word so often; only those are cut into tokens, where comments and strings do not count.
      if ((text.match(/join/gi)?.length ?? 0) <= MANY_JOINS) continue;
      const joins = lex(text).kinds.filter((kind) => kind === "JOIN").length;
      if (joins <= MANY_JOINS) continue;
      report({
        at: markAt(node.mark, "sql"),
        message: `the query of \`${node.name}\` has ${joins} joins, more than ${MANY_JOINS}`,
        help: "move joins that belong together to an `intermediate` model",
      });
    }
  },
});
