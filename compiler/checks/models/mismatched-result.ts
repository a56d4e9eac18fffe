import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { sqlMark } from "../../graph/sql-text.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";

/** A query whose result has other columns than its model declares. */
export const mismatchedResult = check({
  code: "ODP4032",
  slug: "mismatched-result",
  severity: "error",
  explain: explanation({
    what: "The query of a model yields a column that the model does not declare, or does not yield one that it declares.",
    why: "Charts, tests and other models rely on the declared columns. dbt finds the difference only where a contract is enforced, and only when the model runs.",
    mend: "Name the columns of the select list as they are declared, or declare what the query yields.",
    bad: `mart("paid", { columns: { total: t.decimal(12, 2) }, sql: sql\`select o.total as amount from \${orders} as o\` })`,
    good: `mart("paid", { columns: { total: t.decimal(12, 2) }, sql: sql\`select o.total from \${orders} as o\` })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const { sql } = node;
      if (sql?.result === undefined || node.columns.length === 0) continue;
      const declared = node.columns.map((column) => column.name.toLowerCase());
      const yielded = sql.result.map((column) => column.name?.toLowerCase());
      const missing = node.columns.filter((column) => !yielded.includes(column.name.toLowerCase()));
      for (const [index, column] of sql.result.entries()) {
        const name = column.name?.toLowerCase();
        const at =
          column.span === undefined
            ? markAt(node.mark, "sql")
            : sqlMark(sql, column.span.start, column.span.end);
        if (name === undefined)
          report({
            at,
            message: `column ${index + 1} of the query of \`${node.name}\` has no name`,
            help: "give it one with `as`",
          });
        else if (yielded.indexOf(name) !== index)
          report({ at, message: `the query of \`${node.name}\` yields \`${name}\` twice` });
        else if (!declared.includes(name)) {
          const help = nearest(
            name,
            missing.map((each) => each.name),
            `columns of \`${node.name}\` that are missing`,
          );
          report({
            at,
            message: `the query of \`${node.name}\` yields \`${name}\`, which is not declared`,
            ...(help === undefined ? {} : { help }),
          });
        }
      }
      for (const column of missing)
        report({
          at: column.mark,
          message: `\`${node.name}\` declares \`${column.name}\`, which its query does not yield`,
          help: "add it to the select list, or take it out of `columns`",
        });
    }
  },
});
